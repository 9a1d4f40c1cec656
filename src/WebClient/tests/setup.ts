import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

if (typeof HTMLCanvasElement !== 'undefined') {
  // axe measures icon fonts on a canvas, which jsdom does not have; there are none here.
  HTMLCanvasElement.prototype.getContext = () => null;
}

if (typeof HTMLDialogElement !== 'undefined') {
  // jsdom knows the element, but not how to open it.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
}

if (typeof HTMLElement !== 'undefined') {
  // jsdom lays nothing out: what is hidden is what says so.
  HTMLElement.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null;
  };
}

if (typeof Element !== 'undefined') {
  // jsdom lays nothing out, so there is nowhere to scroll.
  Element.prototype.scrollIntoView = () => undefined;
}

afterEach(() => {
  if (typeof document === 'undefined') return;
  cleanup();
  window.sessionStorage.clear();
});
