import { escapeIdentifier, escapeLiteral } from 'pg'

export const ident = (name: string): string => escapeIdentifier(name)
export const literal = (text: string): string => escapeLiteral(text)
