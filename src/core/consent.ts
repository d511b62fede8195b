export const purposes = ['training', 'evaluation', 'research'] as const;

/** What a contributor agreed to, one by one. A release is built for exactly one purpose. */
export type Purpose = (typeof purposes)[number];

/** `asked`: given by the contributor to the recorder. `attested`: a member vouches for it at import. */
export type ConsentSource = 'asked' | 'attested';
