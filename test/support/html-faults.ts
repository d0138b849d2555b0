/** What is wrong with a page's HTML, by html-validate's recommended rules; empty where all is well. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }] },
});

export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`),
  );
}
