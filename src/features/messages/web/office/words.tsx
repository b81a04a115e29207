/** Plain text as paragraphs and lines. */
export const Words = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p class="govuk-body">{lines(paragraph)}</p>
    ))}
  </>
)

export const lines = (text: string) => text.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))
