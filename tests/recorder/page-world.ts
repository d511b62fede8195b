/** A site whose pages carry the built recorder, a server that takes what they record, a browser. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { defaultCapturePolicy, type CapturePolicy } from '#core/capture-policy.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';
import { script, serveSite, type Site, type SiteFile } from '#tests/privacy/serve-site.ts';
import { RecordedTab } from './page-tab.ts';

const recorderFile = resolve('dist/recorder/recorder.iife.js');

export interface Visitor {
  readonly context: BrowserContext;
  open(path?: string): Promise<RecordedTab>;
}

export class PageWorld {
  readonly server: Embedded;
  readonly site: Site;
  readonly recorderKey: string;
  readonly project: string;
  readonly admin: Supabase;
  readonly #browser: Browser;

  private constructor(
    parts: Pick<PageWorld, 'server' | 'site' | 'recorderKey' | 'project' | 'admin'>,
    browser: Browser,
  ) {
    this.server = parts.server;
    this.site = parts.site;
    this.recorderKey = parts.recorderKey;
    this.project = parts.project;
    this.admin = parts.admin;
    this.#browser = browser;
  }

  /** `pageAt`: the site's pages; the recorder itself is at `/recorder.js`. */
  static async start(
    pageAt: (path: string, world: () => PageWorld) => SiteFile | undefined,
    policy: Partial<CapturePolicy> = {},
  ): Promise<PageWorld> {
    if (!existsSync(recorderFile))
      throw new Error('The recorder is not built yet. Run “npm run build”.');
    const recorder = script(await readFile(recorderFile));
    const server = await startEmbedded();
    const world = () => made;
    const site = await serveSite((path) =>
      path === '/recorder.js' ? recorder : pageAt(path, world),
    );
    const admin = connect(server.url, server.keys.publishableKey);
    await admin.auth.signUp({ email: 'admin@example.test', password: 'a long enough password' });
    const ask = async (name: string, args: object) => {
      const { data, error } = await admin.rpc(name, args);
      if (error) throw new Error(`${name}: ${error.message}`);
      return data as string;
    };
    const project = await ask('create_project', { p_name: 'Order desk', p_slug: 'desk' });
    const purposes = ['training', 'evaluation'];
    await ask('publish_notice', {
      p_project: project,
      p_text: 'We record the order desk.',
      p_purposes: purposes,
    });
    await ask('publish_capture_policy', {
      p_project: project,
      p_policy: { ...defaultCapturePolicy, ...policy },
    });
    const recorderKey = await ask('create_recorder_key', {
      p_project: project,
      p_name: 'desk',
      p_sites: [site.origin],
    });
    const browser = await chromium.launch(browserLaunchOptions());
    const made = new PageWorld({ server, site, recorderKey, project, admin }, browser);
    return made;
  }

  /** Somebody who was never here before. */
  async visitor(): Promise<Visitor> {
    const context = await this.#browser.newContext({ viewport: { width: 1000, height: 700 } });
    return {
      context,
      open: async (path = '/') => {
        const tab = await RecordedTab.open(context);
        await tab.page.goto(`${this.site.origin}${path}`);
        return tab;
      },
    };
  }

  /** The settings of a script tag. */
  get tag(): string {
    const { url, keys } = this.server;
    return `<script src="/recorder.js" data-url="${url}" data-key="${keys.publishableKey}" data-recorder-key="${this.recorderKey}"></script>`;
  }

  sessions<T extends object>(what: string): Promise<T[]> {
    return this.server.query<T & Record<string, unknown>>(
      `select ${what} from sessions order by added_at`,
    ) as Promise<T[]>;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.site.stop();
    await this.server.stop();
  }
}
