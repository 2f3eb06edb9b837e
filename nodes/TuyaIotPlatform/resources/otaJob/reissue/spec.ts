import type { IExecuteFunctions } from 'n8n-workflow';
import type { Aim, InputFault, Result } from '../../../../../platform';
import type { Operation } from '../../../operations/operation';
import type { OptionReader } from '../../../shared/optionReader';

/** What sets an operation that puts a job right apart from the other. */
export interface ReissueSpec extends Omit<Operation, 'execute'> {
	/** What it does to a device, as in `50 devices are to be rolled back`. */
	readonly doneWord: string;
	/** Reads what each item wants, and leaves in the reader what keeps an option from being used. */
	readonly readAim: (
		context: IExecuteFunctions,
		reader: OptionReader,
	) => Promise<(item: number) => Result<Aim, InputFault>>;
	/** Reads the most devices that it may reach; 0 for no limit. */
	readonly readGuard: (reader: OptionReader) => Promise<number>;
}
