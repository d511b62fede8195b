/** How a page takes the recorder in: the script tag for a web tool's own pages. */
export interface SnippetFacts {
  /** Where the built recorder lies. */
  readonly script: string;
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  readonly recorderKey: string;
}

export function recorderSnippet(facts: SnippetFacts): string {
  return [
    `<script`,
    `  src="${facts.script}"`,
    `  data-url="${facts.supabaseUrl}"`,
    `  data-key="${facts.publishableKey}"`,
    `  data-recorder-key="${facts.recorderKey}"`,
    `  defer`,
    `></script>`,
  ].join('\n');
}

/** The same facts as one line, for the settings of the extension. */
export function recorderConnection(
  facts: SnippetFacts & { readonly sites: readonly string[]; readonly appUrl: string },
): string {
  const { supabaseUrl: url, publishableKey: key, recorderKey, sites, appUrl } = facts;
  return JSON.stringify({ url, key, recorderKey, sites, ...(appUrl !== url && { appUrl }) });
}
