import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** What may go wrong with what a passkey answers. */
export interface Twist {
  readonly origin?: string
  readonly rpId?: string
  /** False: nobody put a finger on it or typed its PIN. */
  readonly userVerified?: boolean
  /** How often it says that it was used. */
  readonly uses?: number
}

type Options = Readonly<Record<string, unknown>>

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes])

/** A passkey in software, made by the rules of W3C Web Authentication, level 2: an ES256 key and no attestation. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(32)
  readonly #origin: string
  #uses = 0

  constructor(origin: string) {
    this.#origin = origin
  }

  /** What a browser sends after making it. */
  made(options: Options, twist: Twist = {}): string {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const [px, py] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
    const start = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
    const key = Buffer.concat([start, px, Buffer.from([0x22, 0x58, 0x20]), py])
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, key])
    const data = Buffer.concat([this.#authenticatorData(0x40, twist), credential])
    const parts = [cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0]), cborText('authData')]
    const attestationObject = base64(Buffer.concat([Buffer.from([0xa3]), ...parts, cborBytes(data)]))
    return this.#answer({ clientDataJSON: this.#clientData('webauthn.create', options, twist), attestationObject })
  }

  /** What a browser sends after using it. */
  used(options: Options, twist: Twist = {}): string {
    this.#uses = twist.uses ?? this.#uses + 1
    const clientDataJSON = this.#clientData('webauthn.get', options, twist)
    const data = this.#authenticatorData(0, twist)
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    const signature = base64(createSign('sha256').update(signed).sign(this.#keys.privateKey))
    return this.#answer({ clientDataJSON, authenticatorData: base64(data), signature })
  }

  #clientData(type: string, options: Options, twist: Twist): string {
    const { challenge } = options
    return base64(JSON.stringify({ type, challenge, origin: twist.origin ?? this.#origin, crossOrigin: false }))
  }

  #authenticatorData(flags: number, { rpId, userVerified = true }: Twist): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#uses)
    const present = flags | 0x01 | (userVerified ? 0x04 : 0)
    return Buffer.concat([sha256(rpId ?? new URL(this.#origin).hostname), Buffer.from([present]), counter])
  }

  #answer(response: Readonly<Record<string, string>>): string {
    const id = base64(this.#id)
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  }
}
