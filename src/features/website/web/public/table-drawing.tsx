/** Two equal chairs at one table, and two cups on it. Made of lines; says nothing by itself. */
export const TableDrawing = () => (
  <svg
    class="ev-drawing"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 280 170"
    width="280"
    height="170"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="4"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d="M82 86h116M140 86v66M118 160q22-16 44 0" />
    <path d="M98 66h22v12q0 8-8 8h-6q-8 0-8-8zM98 70q-8 0-8 6t8 6" />
    <path d="M182 66h-22v12q0 8 8 8h6q8 0 8-8zM182 70q8 0 8 6t-8 6" />
    <path d="M26 40l8 68h38M34 108l-6 52M72 108l6 52M29 66h6" />
    <path d="M254 40l-8 68h-38M246 108l6 52M208 108l-6 52M251 66h-6" />
    <path d="M106 54q-4-6 0-12M172 54q4-6 0-12" />
  </svg>
)
