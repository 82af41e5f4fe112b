import bidiFactory from 'bidi-js';

interface Bidi {
  getEmbeddingLevels(text: string, baseDirection: 'ltr' | 'rtl'): { levels: Uint8Array };
}

/** Unicode's bidirectional algorithm. The package describes its types as a module, but hands over the function itself. */
export const bidi = (bidiFactory as unknown as () => Bidi)();
