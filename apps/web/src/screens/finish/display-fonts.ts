import './display-fonts.css';

type Face = { family: string; weight: number };

/** How the browser calls the compositor's display faces. */
const FACES: Record<string, Face> = {
  inter: { family: "'Inter Variable'", weight: 700 },
  poppins: { family: 'Poppins', weight: 700 },
  'space-grotesk': { family: "'Space Grotesk Variable'", weight: 700 },
  'bebas-neue': { family: "'Bebas Neue'", weight: 400 },
  anton: { family: 'Anton', weight: 400 },
  'playfair-display': { family: "'Playfair Display Variable'", weight: 700 },
  fredoka: { family: "'Fredoka Variable'", weight: 600 },
  caveat: { family: "'Caveat Variable'", weight: 700 },
};

/** The style of a display face; other scripts fall back as they do in the film. */
export function displayFace(id: string): { fontFamily: string; fontWeight: number } {
  const face = FACES[id] ?? { family: "'Inter Variable'", weight: 700 };
  return {
    fontFamily: `${face.family}, 'Noto Sans Arabic Variable', system-ui, sans-serif`,
    fontWeight: face.weight,
  };
}
