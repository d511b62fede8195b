import { expect, test } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import { embedCode } from './embed-code.ts';

test('a recorded title can add nothing to the page that embeds it', () => {
  const code = embedCode({
    origin: 'https://desk.example',
    project: 'order-desk',
    session: '4f2a' as SessionId,
    as: 'reviewer',
    title: '"><script>alert(1)</script> & more',
  });
  expect(code).toContain(
    'src="https://desk.example/embed/order-desk/sessions/4f2a?as=reviewer&amp;t=0"',
  );
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"');
  expect(code).toMatch(/allow=""\s+referrerpolicy="no-referrer"/);
  expect(code.match(/[<>]/g)).toHaveLength(4);
});
