import { connect, createServer, type Server, type Socket } from 'node:net'

/** What happens to the next message on the line: it passes, it is cut within its words, or its receipt is lost. */
export type LineMood = 'pass' | 'cut-within' | 'lose-receipt'

/** A line on this machine to a mail server, which is cut at moments that a test chooses. */
export class CuttingLine {
  mood: () => LineMood = () => 'pass'
  /** The server has said that it would take the words; none of them has passed yet. */
  onWords: () => void = () => {}
  /** How many receipts of whole messages passed. */
  receipts = 0
  readonly #server: Server
  readonly #open = new Set<Socket>()

  constructor(port: number) {
    this.#server = createServer((near) => this.#join(near, connect(port, '127.0.0.1')))
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    const address = this.#server.address()
    return `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise<void>((closed) => this.#server.close(() => closed()))
  }

  #join(near: Socket, far: Socket): void {
    let words: LineMood | null = null
    const cut = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      this.#open.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        this.#open.delete(socket)
        cut()
      })
    }
    near.on('data', (piece: Buffer) => {
      if (words !== 'cut-within') return void far.write(piece)
      far.write(piece.subarray(0, piece.length / 2), cut)
    })
    far.on('data', (piece: Buffer) => {
      const answer = piece.toString('latin1')
      if (words === 'lose-receipt') return cut()
      if (words !== null && answer.startsWith('250')) this.receipts++
      // Answers to several commands may come as one.
      words = /^354/m.test(answer) ? this.mood() : null
      if (words !== null) this.onWords()
      near.write(piece)
    })
  }
}
