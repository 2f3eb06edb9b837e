import { append } from './append';
import type { Job } from './records';

/** The update jobs, found by id and by package in constant time. */
export class JobBook {
	private readonly byId = new Map<string, Job>();
	private readonly byPackage = new Map<string, Job[]>();

	get size(): number {
		return this.byId.size;
	}

	add(job: Job): Job {
		this.byId.set(job.jobId, job);
		append(this.byPackage, job.firmwareId, job);
		return job;
	}

	all(): Job[] {
		return [...this.byId.values()];
	}

	find(jobId: string): Job | undefined {
		return this.byId.get(jobId);
	}

	ofPackage(firmwareId: string): readonly Job[] {
		return this.byPackage.get(firmwareId) ?? [];
	}
}
