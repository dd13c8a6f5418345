import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '#activities/render/find-browser';

/** A run of text as the browser laid it out, px of the frame. */
export interface TextBox {
  readonly text: string;
  /** Texts of one element belong together: they may touch. */
  readonly group: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Product of all opacities up to the frame. */
  readonly opacity: number;
  /** `#rrggbb` of the text and of what is painted under its middle; null over an image. */
  readonly colour: string;
  readonly under: string | null;
  /** The subtitle. */
  readonly caption: boolean;
}

export interface FitPage {
  /** Lays out a frame's markup and tells where every text stands. */
  texts(markup: string, width: number, height: number): Promise<TextBox[]>;
  close(): Promise<void>;
}

const FONTS = ['inter/wght.css', 'noto-sans-sc/index.css', 'noto-serif-sc/index.css'];

/** Chromium with the film's own fonts, for measuring and not for drawing. */
export async function openFitPage(): Promise<FitPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'caseloom-fit-'));
  const root = path.resolve(import.meta.dirname, '../../node_modules/@fontsource-variable');
  const links = FONTS.map((file) => `<link rel="stylesheet" href="${pathToFileURL(path.join(root, file)).href}">`);
  const shell = path.join(folder, 'shell.html');
  await writeFile(
    shell,
    `<!doctype html><meta charset="utf-8">${links.join('')}<style>body{margin:0}[data-fill]{position:absolute;inset:0;display:flex;flex-direction:column}</style><body></body>`,
  );
  const browser = await puppeteer.launch({
    ...{ executablePath: (await findBrowser())!, headless: 'shell', pipe: true },
    args: ['--no-sandbox', '--allow-file-access-from-files', '--disable-gpu', '--hide-scrollbars'],
  });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(shell).href);
  let size = '';
  return {
    async texts(markup, width, height) {
      if (size !== `${width}x${height}`) await page.setViewport({ width, height });
      size = `${width}x${height}`;
      return page.evaluate(measure, markup);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
async function measure(markup: string): Promise<TextBox[]> {
  document.body.innerHTML = markup;
  document.body.getBoundingClientRect();
  // Subsets of the fonts are asked for by what is drawn.
  await document.fonts.ready;
  type Colour = readonly [number, number, number, number];
  const parse = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return text === 'none' || text === 'transparent' ? [0, 0, 0, 0] : [r, g, b, a];
  };
  const hex = (colour: readonly number[]): string =>
    `#${colour
      .slice(0, 3)
      .map((value) => Math.round(value).toString(16).padStart(2, '0'))
      .join('')}`;
  const opacityOf = (element: Element | null): number => {
    let product = 1;
    for (let at = element; at; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
    return product;
  };
  /** What is painted at a point under the text; null where it is an image. */
  const under = (x: number, y: number): string | null => {
    const layers: Colour[] = [];
    for (const element of document.elementsFromPoint(x, y)) {
      if (element.closest('text')) continue;
      if (element instanceof HTMLImageElement || element instanceof SVGImageElement) return null;
      const style = getComputedStyle(element);
      const shape = element instanceof SVGGeometryElement;
      const [r, g, b, a] = parse(shape ? style.fill : style.backgroundColor);
      const alpha = a * opacityOf(element) * (shape ? Number(style.fillOpacity) : 1);
      if (alpha > 0.01) layers.push([r, g, b, alpha]);
      if (alpha > 0.99) break;
    }
    return hex(
      layers.reduceRight<readonly number[]>(
        (below, [r, g, b, a]) => [r, g, b].map((value, i) => value * a + (below[i] ?? 0) * (1 - a)),
        [0, 0, 0],
      ),
    );
  };
  const boxes: TextBox[] = [];
  const groups = new Map<Element, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const parent = node.parentElement;
    if (!parent || text.trim() === '' || ['STYLE', 'SCRIPT', 'TITLE'].includes(parent.tagName)) continue;
    const style = getComputedStyle(parent);
    const opacity = opacityOf(parent);
    if (style.visibility === 'hidden' || opacity < 0.15) continue;
    const owner = parent.closest('text') ?? parent.closest('[data-text]') ?? parent.closest('div,p') ?? parent;
    if (!groups.has(owner)) groups.set(owner, groups.size);
    const range = document.createRange();
    range.selectNodeContents(node);
    const svg = owner instanceof SVGTextElement;
    const matrix = svg ? owner.getScreenCTM() : null;
    const size = Number.parseFloat(style.fontSize) * (matrix ? Math.hypot(matrix.b, matrix.d) : 1);
    const [r, g, b] = parse(svg ? style.fill : style.color);
    for (const rect of range.getClientRects()) {
      // The content area holds ascent and descent about 4 : 1; ink reaches from the figures' height to a short descender.
      const baseline = rect.top + rect.height * 0.8;
      boxes.push({
        text: text.trim(),
        group: groups.get(owner)!,
        size,
        left: rect.left,
        right: rect.right,
        top: baseline - size * 0.74,
        bottom: baseline + size * 0.2,
        opacity,
        colour: hex([r, g, b]),
        under: under((rect.left + rect.right) / 2, baseline - size * 0.3),
        caption: parent.closest('[data-caption]') !== null,
      });
    }
  }
  return boxes;
}
