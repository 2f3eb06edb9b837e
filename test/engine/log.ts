import type { LogMetadata, Logger } from 'n8n-workflow';

/** Takes down what n8n and the node log, and tells each line to a listener. */
export class Log implements Logger {
	readonly lines: string[] = [];
	onLine: ((line: string) => void) | undefined;

	readonly debug = (message: string, metadata?: LogMetadata) =>
		this.add('debug', message, metadata);
	readonly info = (message: string, metadata?: LogMetadata) => this.add('info', message, metadata);
	readonly warn = (message: string, metadata?: LogMetadata) => this.add('warn', message, metadata);
	readonly error = (message: string, metadata?: LogMetadata) =>
		this.add('error', message, metadata);

	scoped(): Log {
		return this;
	}

	private add(level: string, message: string, metadata: LogMetadata | undefined): void {
		const facts =
			metadata && Object.keys(metadata).length > 0 ? ` ${JSON.stringify(metadata)}` : '';
		const line = `${level}: ${message}${facts}`;
		this.lines.push(line);
		if (level !== 'debug') this.onLine?.(line);
	}
}
