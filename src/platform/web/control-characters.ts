/** True when a text has a character that no text has: below space but for those named in `allowed`, or DEL. */
export const hasControls = (text: string, allowed: readonly number[] = []): boolean =>
  [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return (code < 32 || code === 127) && !allowed.includes(code)
  })
