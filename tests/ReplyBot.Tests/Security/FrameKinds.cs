using System.Buffers.Binary;
using System.Text;

namespace ReplyBot.Tests.Security;

/// <summary>What a client may put on a WebSocket, well-formed or not: each kind by name and as the bytes on the wire (RFC 6455).</summary>
internal static class FrameKinds
{
    private const int Fin = 0x80;
    private const int Text = 1;
    private const int Binary = 2;
    private const int Close = 8;
    private const int Ping = 9;
    private const byte EndOfRecord = 0x1e;

    private static readonly byte[] Mask = [0x11, 0x22, 0x33, 0x44];

    /// <summary>JSON that is no record of the hub's protocol, or one of the wrong shape.</summary>
    private static readonly string[] Records =
    [
        "", "null", "true", "0", "-1", "1e999", "\"\"", "[]", "[[]]", "{}", "{", "}", "{]", "{\"type\":}", "{\"type\":null}", "{\"type\":\"1\"}", "{\"type\":0}",
        "{\"type\":-1}", "{\"type\":1}", "{\"type\":2}", "{\"type\":3}", "{\"type\":4}", "{\"type\":5}", "{\"type\":6}", "{\"type\":7}", "{\"type\":8}", "{\"type\":99}",
        "{\"type\":1.5}", "{\"type\":9223372036854775808}", "{\"type\":1,\"target\":null}", "{\"type\":1,\"target\":1,\"arguments\":[]}", "{\"type\":1,\"target\":\"\",\"arguments\":[]}",
        "{\"type\":1,\"target\":\"OnConnectedAsync\",\"arguments\":[]}", "{\"type\":1,\"target\":\"Dispose\",\"arguments\":[]}", "{\"type\":1,\"target\":\"Nothing\",\"arguments\":{}}",
        "{\"type\":1,\"target\":\"Nothing\",\"arguments\":\"x\"}", "{\"type\":1,\"target\":\"Nothing\",\"arguments\":[1],\"streamIds\":[\"1\",\"1\"]}", "{\"type\":1,\"target\":\"Nothing\",\"invocationId\":7,\"arguments\":[]}",
        "{\"type\":4,\"target\":\"Nothing\",\"invocationId\":\"1\",\"arguments\":[]}", "{\"type\":5,\"invocationId\":\"nobody\"}", "{\"type\":3,\"invocationId\":\"nobody\",\"result\":{},\"error\":\"x\"}",
        "{\"type\":2,\"invocationId\":\"nobody\",\"item\":1}", "{\"type\":7,\"error\":\"x\",\"allowReconnect\":true}", "{\"protocol\":\"json\",\"version\":1}", "{\"protocol\":\"messagepack\",\"version\":1}",
        "{\"protocol\":\"json\",\"version\":-1}", "{\"protocol\":1,\"version\":1}", "{\"protocol\":\"json\"}", "{\"version\":1}", "{\"__proto__\":{}}", "{\"type\":6,\"type\":7}",
        "{\"activities\":[]}", "{\"type\":\"message\",\"text\":\"冒充\"}", "\u0000", "\ufeff{}", "\u2028", "NaN", "undefined", "'x'", "/**/{}",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } = [.. Kinds()];

    /// <summary>A frame as a client must send it.</summary>
    public static byte[] Frame(int opcode, ReadOnlySpan<byte> payload) => Frame(Fin | opcode, payload, masked: true);

    private static IEnumerable<(string, byte[])> Kinds()
    {
        for (var opcode = 0; opcode < 16; opcode++)
            foreach (var fin in new[] { 0, Fin })
                foreach (var masked in new[] { true, false })
                    yield return ($"opcode {opcode} fin {fin} masked {masked}", Frame(fin | opcode, "{}"u8, masked));
        for (var reserved = 1; reserved < 8; reserved++)
            foreach (var opcode in new[] { Text, Binary, Close })
                yield return ($"reserved bits {reserved} opcode {opcode}", Frame(Fin | (reserved << 4) | opcode, "{}"u8, masked: true));
        foreach (var opcode in new[] { Close, Ping, 10 })
            foreach (var length in new[] { 126, 127, 4096, 70_000 })
                yield return ($"control {opcode} of {length} bytes", Frame(opcode, new byte[length]));
        foreach (var opcode in new[] { 0, Text, Binary, Close, Ping })
            foreach (var length in new ulong[] { 1, 126, int.MaxValue, long.MaxValue, ulong.MaxValue })
                yield return ($"opcode {opcode} claims {length} bytes", Claim(opcode, length));
        foreach (var length in new[] { 4096, 4097, 65_535, 65_536, 1_000_000 })
        {
            yield return ($"text of {length} bytes", Frame(Text, new byte[length]));
            yield return ($"binary of {length} bytes", Frame(Binary, new byte[length]));
        }
        foreach (var code in new[] { 0, 1, 999, 1000, 1001, 1002, 1004, 1005, 1006, 1007, 1011, 1015, 1016, 2999, 3000, 4999, 5000, 65_535 })
            yield return ($"close with code {code}", Frame(Close, [(byte)(code >> 8), (byte)code, .. "bye"u8]));
        yield return ("close with half a code", Frame(Close, [3]));
        yield return ("close with a reason that is no UTF-8", Frame(Close, [3, 0xe8, 0xff, 0xfe]));
        foreach (var (name, bytes) in NoUtf8())
            yield return ($"text that is no UTF-8: {name}", Frame(Text, bytes));
        foreach (var record in Records)
        {
            yield return ($"record {record}", Frame(Text, [.. Encoding.UTF8.GetBytes(record), EndOfRecord]));
            yield return ($"binary record {record}", Frame(Binary, Encoding.UTF8.GetBytes(record)));
        }
        foreach (var (name, bytes) in Sequences())
            yield return (name, bytes);
    }

    private static IEnumerable<(string, byte[])> NoUtf8()
    {
        yield return ("a lone continuation", [0x80]);
        yield return ("an overlong slash", [0xc0, 0xaf]);
        yield return ("an overlong NUL", [0xe0, 0x80, 0x80]);
        yield return ("half a character", [0xe4, 0xbd]);
        yield return ("a surrogate", [0xed, 0xa0, 0x80]);
        yield return ("beyond the last character", [0xf4, 0x90, 0x80, 0x80]);
        yield return ("what no character begins with", [0xff]);
        yield return ("an old six-byte form", [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80]);
    }

    private static IEnumerable<(string, byte[])> Sequences()
    {
        var begun = Frame(Text, "{\"type\""u8, masked: true);
        yield return ("nothing at all", []);
        yield return ("half a header", [0x81]);
        yield return ("a header without a mask", [0x81, 0x82]);
        yield return ("a text within a text", [.. begun, .. Frame(Text, "{}"u8)]);
        yield return ("a ping within a text", [.. begun, .. Frame(Ping, "?"u8), .. Frame(0, ":6}"u8)]);
        yield return ("a close within a text", [.. begun, .. Frame(Close, [3, 0xe8])]);
        yield return ("a character split over two frames", [.. Frame(Text, [0xe4, 0xbd], masked: true), .. Frame(0, [0xa0])]);
        yield return ("a thousand empty frames", Repeated(Frame(Text, []), 1000));
        yield return ("a thousand parts of one text", [.. begun, .. Repeated(Frame(0, "x"u8, masked: true), 1000)]);
        yield return ("a thousand pings", Repeated(Frame(Ping, "are you there"u8), 1000));
        yield return ("two closes", Repeated(Frame(Close, [3, 0xe8]), 2));
        yield return ("a frame after the close", [.. Frame(Close, [3, 0xe8]), .. Frame(Text, "{}"u8)]);
        yield return ("nesting", Frame(Text, [.. Encoding.UTF8.GetBytes(new string('[', 2000)), EndOfRecord]));
        yield return ("records without an end", Frame(Text, Encoding.UTF8.GetBytes(new string('x', 3000))));
        yield return ("HTTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
        yield return ("a TLS greeting", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]);
    }

    private static byte[] Repeated(byte[] frame, int times) => [.. Enumerable.Repeat(frame, times).SelectMany(bytes => bytes)];

    private static byte[] Frame(int first, ReadOnlySpan<byte> payload, bool masked)
    {
        List<byte> frame = [(byte)first];
        var bit = masked ? 0x80 : 0;
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)payload.Length);
        frame.AddRange(payload.Length switch
        {
            < 126 => [(byte)(bit | payload.Length)],
            < 65_536 => [(byte)(bit | 126), .. length[6..]],
            _ => [(byte)(bit | 127), .. length],
        });
        if (masked)
            frame.AddRange(Mask);
        for (var place = 0; place < payload.Length; place++)
            frame.Add(masked ? (byte)(payload[place] ^ Mask[place % Mask.Length]) : payload[place]);
        return [.. frame];
    }

    /// <summary>A frame that claims to be longer than what comes.</summary>
    private static byte[] Claim(int opcode, ulong length)
    {
        var claimed = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(claimed, length);
        return [(byte)(Fin | opcode), 0x80 | 127, .. claimed, .. Mask, .. "some"u8];
    }
}
