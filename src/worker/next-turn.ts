const channel = new MessageChannel();
let resume: (() => void) | undefined;
channel.port1.onmessage = () => resume?.();

/** Lets waiting messages in, then goes on. Unlike a timer it is not slowed down in a hidden tab. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });
}
