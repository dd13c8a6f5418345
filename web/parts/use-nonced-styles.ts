'use client';
import { useEffect, useInsertionEffect } from 'react';

/**
 * For parts that put a style element into the page as they mount and offer no nonce for it (the player of the film): while they do, style
 * elements are given the page's own. Insertion effects run before theirs, ordinary effects after.
 */
export function useNoncedStyles(): void {
  useInsertionEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
    if (!nonce || Object.hasOwn(document, 'createElement')) return;
    document.createElement = ((name: string, options?: ElementCreationOptions) => {
      const element = Document.prototype.createElement.call(document, name, options);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    }) as typeof document.createElement;
  }, []);
  useEffect(() => {
    Reflect.deleteProperty(document, 'createElement');
  }, []);
}
