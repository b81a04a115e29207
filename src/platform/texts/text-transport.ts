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
  /** Resolves when the provider has taken the text. Throws DeliveryFailure; after a temporary one without a code it may have been taken. */
  deliver(message: TextMessage): Promise<void>
  /** What became of the text of a reference; null when the provider has none. Throws DeliveryFailure when it cannot be asked. */
  stateOf(reference: string): Promise<TextState | null>
}
