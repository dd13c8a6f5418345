/**
 * Widths of text without a browser, so that line breaks and column widths are part of a film's props.
 * Advances in thousandths of an em, measured once in Chromium with the bundled fonts (Inter 500, Noto Serif SC 600,
 * Noto Sans SC 700): U+0020..U+007E, then `EXTRA`. Every other character counts as one full em.
 */
export type Face = 'text' | 'serif' | 'sans';

const EXTRA = '·–−≥“”‘’—…→×±°é³';
const ADVANCES: Record<Face, readonly number[]> = {
  // biome-ignore format: a table
  text: [270,300,490,640,650,990,650,310,370,370,520,670,300,460,300,370,650,420,620,630,660,600,630,570,630,630,300,320,670,670,670,530,980,710,660,730,720,600,590,750,740,270,580,690,570,910,760,770,640,770,650,650,650,740,710,1000,700,700,640,370,370,370,480,460,340,570,620,580,620,590,380,620,600,250,250,560,250,890,600,600,620,620,390,540,340,600,570,830,560,580,560,440,350,440,670,300,500,670,1000,470,470,280,280,1000,910,1000,670,670,460,590,420],
  // biome-ignore format: a table
  serif: [250,340,420,600,570,950,790,220,390,390,480,590,330,360,330,380,570,570,570,570,570,570,570,570,570,570,330,330,590,590,590,460,950,740,690,700,780,660,640,750,860,420,420,750,640,990,810,780,660,780,740,580,680,810,730,1080,720,700,620,360,380,360,590,580,440,570,660,550,650,560,400,580,680,340,330,630,350,990,670,610,660,630,480,490,380,670,570,860,580,570,510,380,330,380,590,330,580,590,1000,1000,1000,1000,1000,910,1000,1000,1000,1000,350,560,400],
  // biome-ignore format: a table
  sans: [230,370,570,590,590,960,740,330,380,380,510,590,330,370,330,390,590,590,590,590,590,590,590,590,590,590,330,330,590,590,590,510,1010,640,680,660,710,620,590,720,760,330,570,690,580,850,750,770,670,770,680,620,630,750,620,920,630,580,610,380,390,380,590,570,630,590,640,530,640,580,370,600,640,300,310,600,320,960,640,630,640,640,440,500,420,640,580,860,560,570,510,380,300,380,590,1000,540,590,1000,1000,1000,1000,1000,910,1000,1000,1000,1000,400,580,400],
};

const INDEX = new Map<string, number>(
  [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), ...EXTRA].map((char, i) => [char, i]),
);

/** Width in px of `text` set in `face` at `size` px; `tracking` in em is added after every character, as CSS does. */
export function textWidth(text: string, size: number, face: Face = 'text', tracking = 0): number {
  let thousandths = 0;
  for (const char of text) {
    const index = INDEX.get(char);
    thousandths += (index === undefined ? 1000 : (ADVANCES[face][index] ?? 1000)) + tracking * 1000;
  }
  return (thousandths * size) / 1000;
}

/** The face of a brand's display family. */
export const displayFace = (brand: { display: { family: string } }): Face =>
  brand.display.family.startsWith('Noto Serif') ? 'serif' : 'sans';

/** The largest whole size up to `size` px at which `text` is no wider than `room` px. */
export function fitSize(text: string, size: number, room: number, face: Face = 'text', tracking = 0): number {
  const width = textWidth(text, size, face, tracking);
  return width <= room ? size : Math.max(1, Math.floor((size * room) / width));
}
