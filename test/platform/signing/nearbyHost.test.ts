import fc from 'fast-check';
import { isNearby } from '../../../platform/signing/nearbyHost';

const hostnameOf = (host: string) => new URL(`http://${host}`).hostname;

describe('given the host of a URL', () => {
	it.each([
		...['localhost', 'LOCALHOST', 'localhost.', 'storage.localhost', '127.0.0.1', '127.0.0.1.'],
		...[
			'127.1',
			'127.255.255.254',
			'2130706433',
			'017700000001',
			'0x7f.1',
			'0x7f000001',
			'①②⑦.0.0.1',
		],
		...['0', '0.0.0.0', '169.254.169.254', '2852039166', '0xa9fea9fe'],
		...['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[fe80::1]', '[FEBF::1]', '[::127.0.0.1]'],
		...['[::ffff:127.0.0.1]', '[::ffff:169.254.169.254]', '[0:0:0:0:0:ffff:7f00:1]'],
		...['[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[::ffff:0.0.0.0]'],
	])('when it is %s, then it is this computer or its own cable', (host) => {
		expect(isNearby(hostnameOf(host))).toBe(true);
	});

	it.each([
		...['iotx-ota.oss-cn-shanghai.aliyuncs.com', 'localhost.example.com', 'notlocalhost'],
		...['127.0.0.1.example.com', '0.example.com', '10.0.0.1', '192.168.1.7', '172.16.0.1'],
		...['169.253.0.1', '128.0.0.1', '1.127.0.0', '[2001:db8::1]', '[fd00::1]', '[fec0::1]'],
		...['[::2]', '[::ffff:10.0.0.1]', '[64:ff9b::808:808]'],
	])('when it is %s, then it is elsewhere', (host) => {
		expect(isNearby(hostnameOf(host))).toBe(false);
	});

	it('when it is any spelling of a loopback address, then it is this computer', () => {
		const byte = fc.integer({ min: 0, max: 255 });
		fc.assert(
			fc.property(byte, byte, byte, (second, third, fourth) => {
				const number = ((127 * 256 + second) * 256 + third) * 256 + fourth;
				const dotted = `127.${second}.${third}.${fourth}`;
				const hex = `0x${number.toString(16)}`;
				const octal = `0${number.toString(8)}`;
				const short = `127.${(second * 256 + third) * 256 + fourth}`;
				for (const host of [dotted, String(number), hex, octal, short, `[::ffff:${dotted}]`]) {
					expect([host, isNearby(hostnameOf(host))]).toEqual([host, true]);
				}
			}),
		);
	});
});
