import type { OtaModule } from './records';

/** The modules that were added to products; the module `default` needs no record. */
export class ModuleBook {
	private readonly byProduct = new Map<string, Map<string, OtaModule>>();

	add(module: OtaModule): OtaModule {
		const { productKey, moduleName } = module;
		const modules = this.byProduct.get(productKey) ?? new Map<string, OtaModule>();
		this.byProduct.set(productKey, modules.set(moduleName, module));
		return module;
	}

	find(productKey: string, moduleName: string): OtaModule | undefined {
		return this.byProduct.get(productKey)?.get(moduleName);
	}

	remove(productKey: string, moduleName: string): void {
		this.byProduct.get(productKey)?.delete(moduleName);
	}

	/** In the order in which they were added. */
	ofProduct(productKey: string): OtaModule[] {
		return [...(this.byProduct.get(productKey)?.values() ?? [])];
	}
}
