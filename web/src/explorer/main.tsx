import { render } from 'preact';
import { App } from './app.js';
import { pollDataset } from './api/dataset.js';
import './explorer.css';

pollDataset();

const container = document.getElementById('atlas');
if (container) render(<App />, container);
