/** Briefs that any photo can be judged with: every kind of fact, seven languages, short and long. */
export const BRIEFS: readonly { id: string; prompt: string }[] = [
  {
    id: 'sale',
    prompt:
      'Northline One, for city days. 240 g, lasts 12 hours, folds flat. Now €89, was €119, until Sunday. northline.com',
  },
  { id: 'plain', prompt: 'Harbor Light lantern, brushed brass, 12 h battery, £59. Shop now' },
  {
    id: 'proof',
    prompt:
      'Drift No. 2 weighted pillow. "Best sleep in years" – Priya N., nurse. $95, free shipping over $50, 30-day returns',
  },
  {
    id: 'german',
    prompt: 'Lampe Kranich, dimmbar, aus Eiche, 3 Jahre Garantie, 95,00 € statt 120,00 € bis Sonntag',
  },
  {
    id: 'french',
    prompt: 'Sac Belle Étoile, étanche, 24 litres, 65 € au lieu de 85 €. Commandez maintenant',
  },
  { id: 'arabic', prompt: 'عطر «ليالي الشرق»، ٥٠ مل، ١٢٠ ر.س، اطلب الآن' },
  { id: 'japanese', prompt: '水筒「ミズノワ」500ml、保冷24時間、3,980円、5月31日まで' },
  { id: 'nameless', prompt: 'A gold watch, sapphire glass, 5-year warranty' },
];
