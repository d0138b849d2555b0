import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../server/markdown.ts';

describe('Markdown of a course', () => {
  it.each([
    ['HTML', 'Hello <script>alert(1)</script>', '<p>Hello &lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a link that runs something', '[here](javascript:alert(1))', '<p>[here](javascript:alert(1))</p>'],
    ['a link that carries a page with it', '[here](data:text/html,x)', '<p>[here](data:text/html,x)</p>'],
    ['a picture', '![a cat](https://example.org/cat.png)', '<p>!<a href="https://example.org/cat.png">a cat</a></p>'],
    ['an address that nobody made a link', 'See www.example.org.', '<p>See www.example.org.</p>'],
  ])('leaves %s as text', (_, markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  it('becomes paragraphs, lists, emphasis and links', () => {
    expect(renderMarkdown('Ask *her*.\n\n- one\n- **two**')).toBe(
      '<p>Ask <em>her</em>.</p>\n<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>',
    );
    expect(renderMarkdown('[the guidance](https://example.org/a)')).toBe(
      '<p><a href="https://example.org/a">the guidance</a></p>',
    );
  });

  it('keeps quotation marks and dashes as they were written', () => {
    expect(renderMarkdown("“So” -- it's")).toBe("<p>“So” -- it's</p>");
  });
});
