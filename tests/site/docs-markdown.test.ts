import { describe, expect, it } from 'vitest';
import { anchorOf, renderDocsMarkdown } from '../../src/site/docs-markdown.ts';

it.each([
  ['With PSResourceGet', 'with-psresourceget'],
  ['1. See whether it would be accepted', '1-see-whether-it-would-be-accepted'],
  ['Publish-Module, nuget push', 'publish-module-nuget-push'],
  ['VERSION_MISMATCH', 'VERSION_MISMATCH'],
])('gives %s the anchor %s', (title, anchor) => {
  expect(anchorOf(title)).toBe(anchor);
});

describe('a page of documentation', () => {
  it('has headings that link to themselves', () => {
    expect(renderDocsMarkdown('## By `hand`')).toBe(
      '<h2 id="by-hand"><a class="anchor" href="#by-hand">By <code>hand</code></a></h2>',
    );
  });

  it('has a button beside code, hidden until a script can use it, that copies all of the block and nothing else', () => {
    const html = renderDocsMarkdown('```powershell\nGet-This -Name "a"\nGet-That\n```');
    expect(html).toContain('<div class="code"><pre tabindex="0"><code class="language-powershell">Get-This');
    expect(html).toContain('data-copy="Get-This -Name &#x22;a&#x22;\nGet-That"');
    expect(html).toContain('aria-label="Copy Get-This -Name &#x22;a&#x22;" hidden>Copy</button>');
  });

  it('lets a table scroll by itself, by keyboard too', () => {
    expect(renderDocsMarkdown('| a |\n|---|\n| b |')).toMatch(
      /^<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>.*<\/table><\/div>$/s,
    );
  });

  it('leads within the site', () => {
    expect(renderDocsMarkdown('[a](/repo/docs/install/)')).toContain('<a href="/repo/docs/install/">a</a>');
  });

  it('takes no raw HTML', () => {
    expect(renderDocsMarkdown('a <b>c</b>')).toBe('<p>a c</p>');
  });
});
