/** Why a mail or a text was not taken. Its words hold neither the recipient nor the other side's answer, which repeats it: they reach logs. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure'
  /** Temporary: try again later, nothing is wrong with the message. Permanent: this message will never be taken. */
  readonly kind: 'temporary' | 'permanent'
  /** What was answered, if anything was: the code of SMTP, of HTTP, or the provider's own. */
  readonly code: number | null
  constructor(kind: 'temporary' | 'permanent', what: string, code: number | null = null) {
    super(`${kind}: ${what}${code === null ? '' : ` (${code})`}`)
    this.kind = kind
    this.code = code
  }
}
