/** The tokenizer of css-tree, which comes without types of its own. */
declare module 'css-tree/tokenizer' {
  /** Calls `onToken` for each token in turn, with where it starts and ends. */
  export function tokenize(
    css: string,
    onToken: (type: number, start: number, end: number) => void,
  ): void;

  export const AtKeyword: number;
  export const Colon: number;
  export const Comma: number;
  export const Comment: number;
  export const CDC: number;
  export const CDO: number;
  export const Function: number;
  export const Ident: number;
  export const LeftCurlyBracket: number;
  export const LeftParenthesis: number;
  export const LeftSquareBracket: number;
  export const RightCurlyBracket: number;
  export const RightParenthesis: number;
  export const RightSquareBracket: number;
  export const Semicolon: number;
  export const String: number;
  export const Url: number;
  export const WhiteSpace: number;
}
