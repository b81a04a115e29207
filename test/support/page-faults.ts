import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // A sheet of a day is made of quarters of an hour, most of them empty; styles and idioms are those of the design system.
  rules: {
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'input-missing-label': 'error',
    'void-style': 'off',
  },
})

/** What is wrong with a page's HTML; nothing when it is sound. */
export async function faultsOf(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap((it) => it.messages.map((message) => `${message.ruleId}: ${message.message}`))
}
