/** Numbers a poster is drawn from; the same film has the same always. */
export interface PosterArt {
  readonly motif: (typeof motifs)[number];
  /** Degrees on the colour wheel (OKLCH): the picture's, and that of what stands out in it. */
  readonly hue: number;
  readonly counterHue: number;
  /** Eight numbers of [0, 1) that shape the motif. */
  readonly numbers: readonly number[];
}

export const motifs = ["sun", "rings", "beams", "skyline", "waves", "moons"] as const;

/** Moods: where on the wheel a genre lives. Films stray a little from it. */
const moods: Readonly<Record<string, number>> = {
  Adventure: 60,
  Animation: 330,
  Comedy: 85,
  Crime: 265,
  Documentary: 200,
  Drama: 25,
  Fantasy: 300,
  Horror: 10,
  Mystery: 285,
  Romance: 355,
  "Science Fiction": 235,
  Thriller: 220,
  War: 110,
};

/** Chooses a picture for a film that came without one. */
export function posterArt(id: string, genre: string): PosterArt {
  const next = numbersFrom(`${id}/${genre}`);
  const motif = motifs[Math.floor(next() * motifs.length)] ?? "sun";
  const hue = ((moods[genre] ?? next() * 360) + (next() - 0.5) * 44 + 360) % 360;
  const counterHue = (hue + 40 + next() * 100) % 360;
  return { motif, hue, counterHue, numbers: Array.from({ length: 8 }, next) };
}

/** A sequence of numbers of [0, 1) that a text begins: FNV-1a for the seed, mulberry32 for the steps. */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
