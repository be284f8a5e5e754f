import { render } from 'preact';
import { App } from './app.js';
import { watchDataset } from './ask/dataset.js';
import './explorer.css';

watchDataset();

const container = document.getElementById('atlas');
if (container) render(<App />, container);
