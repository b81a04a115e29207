/** One text message to one person. */
export interface TextMessage {
  /** The same at every attempt: by it the provider is asked whether it has the message already. */
  readonly reference: string
  /** One number, international, `+447700900123`. */
  readonly to: string
  readonly text: string
}

/** What became of a text that was taken. */
export type TextState = 'on-its-way' | 'delivered' | 'not-delivered'

export interface TextTransport {
  /** Resolves when the provider has taken the text. Throws TextFailure; after a temporary one without a code it may have been taken. */
  deliver(message: TextMessage): Promise<void>
  /** What became of the text of a reference; null when the provider has none. Throws TextFailure when it cannot be asked. */
  stateOf(reference: string): Promise<TextState | null>
}

/** Why a text was not taken. Its words hold neither the number nor the provider's answer: they reach logs. */
export class TextFailure extends Error {
  override readonly name = 'TextFailure'
  /** Temporary: try again later. Permanent: this text will never be taken. */
  readonly kind: 'temporary' | 'permanent'
  /** What the provider answered, if it did: its own code or that of HTTP. */
  readonly code: number | null
  constructor(kind: 'temporary' | 'permanent', what: string, code: number | null = null) {
    super(`${kind}: ${what}${code === null ? '' : ` (${code})`}`)
    this.kind = kind
    this.code = code
  }
}
