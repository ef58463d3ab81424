import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishPages, INLINE_SCRIPTS } from '../../site/src/integrations/finish.ts';
import { policyOf } from '../../site/src/integrations/policy.ts';
import { processorTime } from '../support/processor-time.ts';

const [OWN = ''] = INLINE_SCRIPTS;
const SCRIPT = '_astro/site.AAAAAAAA.js';
const STYLE = '_astro/base.BBBBBBBB.css';
const LOADED = `<script type="module" src="/${SCRIPT}"></script>`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finish-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Finishes a site of one page; the title is written as it is, which no page of this project does. */
async function finished(body: string, title = 'A', head = ''): Promise<string> {
  write(SCRIPT, 'console.log("site");\n');
  write('_astro/empty.CCCCCCCC.js', '');
  write(STYLE, '.used { color: red }\n.idle { color: blue }\n');
  const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}<script>${OWN}</script><link rel="stylesheet" href="/${STYLE}"/>${LOADED}</head><body>${body}</body></html>`;
  write('a/index.html', page);
  await finishPages(root, '/');
  return readFileSync(join(root, 'a/index.html'), 'utf8');
}

describe('the last step of the build', () => {
  it('allows the scripts of this project, and no others, whatever a page holds', async () => {
    const html = await finished('<p class="used">x</p>');
    expect(html).toContain(
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policyOf([OWN])}">`,
    );
    expect(html).toContain(`<script>${OWN}</script>`);
    expect(policyOf([OWN]).match(/sha256-/g)).toHaveLength(1);
  });

  it('names style sheets by what is left of them, and leaves texts with their names alone', async () => {
    const text = `href="/${STYLE}" .idle idle`;
    const html = await finished(
      `<p class="used" title='${text}'>${text}</p><script type="module" src="/_astro/empty.CCCCCCCC.js"></script>`,
    );
    const [, name = ''] = /<link rel="stylesheet" href="\/([^"]+)">/.exec(html) ?? [];
    expect(readFileSync(join(root, name), 'utf8')).not.toContain('idle');
    expect(existsSync(join(root, STYLE))).toBe(false);
    expect(html).toContain(`>${text}</p>`);
    expect(html).not.toContain('empty.CCCCCCCC.js');
  });

  it('leaves out what cannot be seen', async () => {
    expect(await finished('<p>4\u202e43\x1b[31m\0\x9b</p>')).toContain('<p>443[31m</p>');
  });

  it.each([
    [
      'a script that a heading brought into a title',
      '',
      'A </title><script>document.title=1</script>',
      'inline script',
    ],
    ['the same, ended by the real one', '', 'A </title><script>document.title=1;<!--', 'inline script'],
    ['a style sheet without an end in what was a title', '', 'A </title><style>', '<style>'],
    ['a script without an end', '<script>', 'A', 'inline script'],
    ['our own script with more in it', `<script>${OWN} document.title=1</script>`, 'A', 'inline script'],
    ['a module that stands in the page', `<script type="module">document.title=1</script>`, 'A', 'inline script'],
    ['a script of another host', '<script src="//evil.example/x.js"></script>', 'A', 'that the build has not made'],
    [
      'a script that is no file of the build',
      '<script src="/api/v1/x.js"></script>',
      'A',
      'that the build has not made',
    ],
    ['a style sheet of another host', '<link rel="stylesheet" href="https://evil.example/x.css">', 'A', 'style sheet'],
    ['data that ended early', '<script type="application/ld+json">{"a":"</script>', 'A', 'data that is no JSON'],
    ['a handler', '<p ONCLICK="x">x</p>', 'A', '<p onclick>'],
    ['a handler that no pattern for quoted values finds', '<p title=">"onclick=x>x</p>', 'A', '<p onclick>'],
    ['a style', '<p style="color: red">x</p>', 'A', '<p style>'],
    ['an address that runs', '<a href=" java\nscript:x">x</a>', 'A', '<a href='],
    ['an address that leads out', '<a href="//evil.example">x</a>', 'A', '<a href='],
    ['an address with a backslash', '<a href="/\\evil.example">x</a>', 'A', '<a href='],
    ['a frame', '<iframe srcdoc="x"></iframe>', 'A', '<iframe srcdoc>'],
    ['a script in a drawing', '<svg><script>document.title=1</script></svg>', 'A', 'script in a drawing'],
    ['HTML in a drawing', '<svg><foreignObject><p>x</p></foreignObject></svg>', 'A', '<foreignObject>'],
    ['markup that waits', '<template><img src=x onerror=y></template>', 'A', '<template>'],
    ['markup for those without scripts', '<noscript><img src=x></noscript>', 'A', '<noscript>'],
    ['a picture', '<img src="/x.png">', 'A', '<img>'],
    ['a form that sends', '<form action="/x"></form>', 'A', '<form action>'],
    ['a page that leads away', '<meta http-equiv="refresh" content="0;url=//evil.example">', 'A', '<meta http-equiv>'],
    ['another base', '<base href="//evil.example/">', 'A', '<base>'],
  ])('fails for %s, and names the page', async (_, body, title, fault) => {
    const failed = await finished(body, title).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failed).toContain('a/index.html: ');
    expect(failed).toContain(fault);
    expect(readFileSync(join(root, 'a/index.html'), 'utf8')).not.toContain('content-security-policy');
  });

  it.each(['<style>', '<script>', '<!--', '</script>', '<textarea>'])(
    'takes %s for text where it is text',
    async (text) => {
      const html = await finished('<p>x</p>', `A ${text}`);
      expect(html).toContain(`<title>A ${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</title>`);
      expect(html).toContain(`src="/${SCRIPT}"`);
    },
  );

  it('fails where something stands before the character set, which no policy would rule', async () => {
    write(
      'a/index.html',
      `<!DOCTYPE html><html><head><title>A</title><meta charset="utf-8"></head><body></body></html>`,
    );
    await expect(finishPages(root, '/')).rejects.toThrow('a/index.html: the page does not begin with a <meta charset>');
  });

  it('is quick with what browsers read slowly', async () => {
    const begun = processorTime();
    await finished('<p title="'.repeat(20_000), `${'<style '.repeat(50_000)}${'x'.repeat(1_000_000)}`).catch(
      () => undefined,
    );
    await finished('<b>'.repeat(100_000)).catch(({ message }) => expect(message).toContain('a/index.html: '));
    expect(processorTime() - begun).toBeLessThan(5000);
  });
});
