import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { packageRoot } from '../src/paths.js';

interface Shot {
  /** The file name of the screenshot, without extension. */
  readonly name: string;
  /** The path of the view on the server. */
  readonly path: string;
  /** A selector that matches once the page is complete. */
  readonly readySelector: string;
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
  readonly language?: 'en' | 'zh';
}

const shots: readonly Shot[] = [
  { name: 'explorer', path: '/', readySelector: '.legend' },
  { name: 'explorer-dark', path: '/', readySelector: '.legend', isDark: true },
  { name: 'paths', path: '/?view=paths&ids=Company:baidu,Domain:music&only=1', readySelector: '.legend ~ .zoom' },
  { name: 'landscape-chinese', path: '/?view=landscape', readySelector: '.landscape-item', language: 'zh' },
  { name: 'card-phone', path: '/?around=Tool:grover&node=Tool:grover', readySelector: '.card .fact', isPhone: true },
  { name: 'playground', path: '/playground', readySelector: '.graphiql-response .CodeMirror-line' },
];

/** The maximum size of a screenshot, because the documentation loads all of them. */
const maxBytes = 150_000;
const directory = join(packageRoot, 'docs', 'pictures');
const [address = 'http://127.0.0.1:4000', executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking'];

mkdirSync(directory, { recursive: true });
const browser = await chromium.launch({ executablePath, args: flags });
for (const shot of shots) await takeScreenshot(browser, shot);
await browser.close();

async function takeScreenshot(
  from: Browser,
  { name, path, readySelector, isDark, isPhone, language }: Shot,
): Promise<void> {
  const page = await from.newPage({
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: isDark === true ? 'dark' : 'light',
    viewport: isPhone === true ? { width: 390, height: 780 } : { width: 1200, height: 750 },
    reducedMotion: 'reduce',
  });
  await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
  await page.locator(readySelector).first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  const file = join(directory, `${name}.webp`);
  writeFileSync(file, await toWebp(from, await page.screenshot()));
  await page.close();
  const { size } = statSync(file);
  if (size > maxBytes) throw new Error(`${name}.webp must have at most ${maxBytes} bytes, found ${size}.`);
  console.log(`docs/pictures/${name}.webp, ${Math.round(size / 1000)} kB`);
}

/** Converts a PNG to WebP, a third of the size, on a canvas; the browser takes screenshots only as PNG or JPEG. */
async function toWebp(from: Browser, png: Buffer): Promise<Buffer> {
  const page = await from.newPage();
  const url = await page.evaluate<string>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.85);
  })()`);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
