import { render } from 'preact';
import { App } from './app.js';
import './explorer.css';

const container = document.getElementById('atlas');
if (container) render(<App />, container);
