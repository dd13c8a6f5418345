/** Bytes a second, smoothed; null until there is a basis. */
export class Pace {
  #at = 0;
  #sent = 0;
  #rate: number | null = null;

  at(sent: number): number | null {
    const now = Date.now();
    if (this.#at === 0 || sent < this.#sent) this.#begin(now, sent);
    else if (now - this.#at >= 1000) {
      const fresh = ((sent - this.#sent) / (now - this.#at)) * 1000;
      this.#rate = this.#rate === null ? fresh : this.#rate * 0.7 + fresh * 0.3;
      this.#at = now;
      this.#sent = sent;
    }
    return this.#rate && this.#rate > 1 ? this.#rate : null;
  }

  #begin(now: number, sent: number): void {
    this.#at = now;
    this.#sent = sent;
    this.#rate = null;
  }
}
