using System.Text;
using static Catalog.Engine.Tests.Gateway.Framing.ClientFrames;

namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>
/// What RFC 6455 demands of a server that reads, each by its clause, and by its number in the Autobahn test suite where
/// it has one: bytes from a client, and what must be found in them.
/// </summary>
internal static class Rfc6455Cases
{
    internal static readonly Dictionary<string, (byte[] Bytes, string Found)> All = Build();

    private static Dictionary<string, (byte[], string)> Build()
    {
        var all = new Dictionary<string, (byte[], string)>();
        AddFraming(all);
        AddControl(all);
        AddFragments(all);
        AddUtf8(all);
        AddClose(all);
        return all;
    }

    private static void AddFraming(Dictionary<string, (byte[], string)> all)
    {
        foreach (int size in new[] { 0, 1, 125, 126, 127, 128, 65_535, 65_536 })
        {
            string text = new('*', size);
            string shown = size <= 80 ? text : $"{text[..20]}… {size}";
            all[$"§5.2 text of {size} (1.1)"] = (Text(text), $"text {shown}");
            string hex = string.Concat(Enumerable.Repeat("FE", size));
            string shownHex = hex.Length <= 80 ? hex : $"{hex[..20]}… {hex.Length}";
            byte[] payload = [.. Enumerable.Repeat((byte)0xFE, size)];
            all[$"§5.2 binary of {size} (1.2)"] = (Frame(2, payload), $"binary {shownHex}");
        }

        all["§5.1 a client's frame is masked"] = (Frame(1, "a"u8, form: FrameForm.Unmasked), "violation 1002");
        all["§5.2 the shortest length is used, 16 bit"] =
            (Frame(2, new byte[125], form: FrameForm.Length16), "violation 1002");
        all["§5.2 the shortest length is used, 64 bit"] =
            (Frame(2, new byte[126], form: FrameForm.Length64), "violation 1002");
        all["§5.2 the highest bit of a length is 0"] =
            ([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, .. Mask], "violation 1002");
        all["§10.4 a frame above the limit"] = (Frame(2, new byte[Reading.MaxFrame + 1]), "violation 1009");
        all["§10.4 a length is judged before its bytes come"] =
            ([0x82, 0xFF, 0, 0, 0, 0, 0x7F, 0, 0, 0, .. Mask], "violation 1009");
        byte[] part = Frame(2, new byte[Reading.MaxFrame], isFinal: false);
        byte[] more = Frame(0, new byte[Reading.MaxFrame], isFinal: false);
        all["§10.4 a message above the limit"] = ([.. part, .. more, .. Frame(0, [1])], "violation 1009");
        for (int reserved = 1; reserved <= 7; reserved++)
        {
            all[$"§5.2 reserved bits {reserved} on text (3.{reserved})"] =
                (Frame(1, "a"u8, reserved: reserved), "violation 1002");
            all[$"§5.2 reserved bits {reserved} on ping (3.{reserved})"] =
                ([.. Text("a"), .. Frame(9, default, reserved: reserved)], "text a|violation 1002");
        }

        foreach (int opcode in new[] { 3, 4, 5, 6, 7, 11, 12, 13, 14, 15 })
        {
            all[$"§5.2 reserved opcode {opcode} (4)"] = (Frame(opcode, default), "violation 1002");
            all[$"§5.2 reserved opcode {opcode} with a payload after a message (4)"] =
                ([.. Text("a"), .. Frame(opcode, "b"u8), .. Frame(9, default)], "text a|violation 1002");
        }
    }

    private static void AddControl(Dictionary<string, (byte[], string)> all)
    {
        all["§5.5.2 ping without payload (2.1)"] = (Frame(9, default), "ping ");
        all["§5.5.2 ping with text (2.2)"] = (Frame(9, "Hi"u8), "ping 4869");
        all["§5.5.2 ping with binary (2.3)"] = (Frame(9, [0, 0xFF, 0xFE]), "ping 00FFFE");
        string hex = string.Concat(Enumerable.Repeat("FE", 125));
        all["§5.5 ping of 125 (2.4)"] = (Frame(9, [.. Enumerable.Repeat((byte)0xFE, 125)]), $"ping {hex}");
        all["§5.5 ping of 126 (2.5)"] = (Frame(9, new byte[126]), "violation 1002");
        all["§5.5.3 pong unasked (2.7)"] = (Frame(10, default), "pong ");
        all["§5.5.3 pong unasked, then ping (2.9)"] = ([.. Frame(10, "x"u8), .. Frame(9, "y"u8)], "pong 78|ping 79");
        all["§5.5.2 ten pings (2.10)"] =
            ([.. Enumerable.Range(0, 10).SelectMany(i => Frame(9, [(byte)i]))],
                string.Join('|', Enumerable.Range(0, 10).Select(i => $"ping {i:X2}")));
        all["§5.5 a control frame is not fragmented: ping (5.1)"] =
            ([.. Frame(9, "a"u8, isFinal: false), .. Frame(0, "b"u8)], "violation 1002");
        all["§5.5 a control frame is not fragmented: pong (5.2)"] =
            ([.. Frame(10, "a"u8, isFinal: false), .. Frame(0, "b"u8)], "violation 1002");
        all["§5.5 a control frame is not fragmented: close"] = (Frame(8, default, isFinal: false), "violation 1002");
    }

    private static void AddFragments(Dictionary<string, (byte[], string)> all)
    {
        byte[] first = Text("frag", isFinal: false);
        byte[] last = Text("ment", opcode: 0);
        all["§5.4 two fragments (5.3)"] = ([.. first, .. last], "text fragment");
        all["§5.4 a ping between fragments (5.6)"] =
            ([.. first, .. Frame(9, "p"u8), .. last], "ping 70|text fragment");
        all["§5.4 a continuation of nothing (5.9)"] = ([.. last, .. Text("a")], "violation 1002");
        all["§5.4 a continuation of nothing, not final (5.12)"] = (Frame(0, "a"u8, isFinal: false), "violation 1002");
        all["§5.4 a continuation after a whole message (5.15)"] =
            ([.. first, .. last, .. Frame(0, "a"u8, isFinal: false)], "text fragment|violation 1002");
        all["§5.4 a message inside another: text (5.18)"] = ([.. first, .. Text("b")], "violation 1002");
        all["§5.4 a message inside another: binary"] = ([.. first, .. Frame(2, "b"u8)], "violation 1002");
        byte[] middle = Text("-", isFinal: false, opcode: 0);
        all["§5.4 fragments with pings and a pong between (5.19)"] =
            ([.. first, .. middle, .. Frame(9, "1"u8), .. middle, .. Frame(10, "2"u8), .. last],
                "ping 31|pong 32|text frag--ment");
        byte[] none = Frame(0, default, isFinal: false);
        all["§5.4 fragments without payload (6.1.2)"] =
            ([.. Frame(1, default, isFinal: false), .. none, .. Frame(0, default)], "text ");
        all["§5.4 only the middle fragment has a payload (6.1.3)"] =
            ([.. Frame(1, default, isFinal: false), .. middle, .. Frame(0, default)], "text -");
        all["§5.2 reserved bit on a continuation"] = ([.. first, .. Frame(0, "a"u8, reserved: 4)], "violation 1002");
        all["§7.1.4 a close between fragments"] = ([.. first, .. Close(1000), .. last], "close 1000");
        all["§5.4 binary fragments"] = ([.. Frame(2, [1], isFinal: false), .. Frame(0, [2])], "binary 0102");
    }

    private static void AddUtf8(Dictionary<string, (byte[], string)> all)
    {
        const string greek = "Hello-µ@ßöäüàá-UTF-8!!";
        all["§8.1 text beyond ASCII (6.2.1)"] = (Text(greek), $"text {greek}");
        byte[] bytes = Encoding.UTF8.GetBytes("κόσμε");
        byte[][] single = [.. bytes.Select((one, i) =>
            Frame(i == 0 ? 1 : 0, [one], isFinal: i == bytes.Length - 1))];
        all["§8.1 a fragment a byte (6.2.3)"] = ([.. single.SelectMany(frame => frame)], "text κόσμε");
        byte[] wrong = [.. bytes, 0xED, 0xA0, 0x80, .. "edited"u8];
        all["§8.1 a surrogate (6.3.1)"] = (Frame(1, wrong), "violation 1007");
        all["§8.1 a surrogate in the first fragment ends it at once (6.4.1)"] =
            (Frame(1, wrong, isFinal: false), "violation 1007");
        byte[] beyond = [.. bytes, 0xF4, 0x90, 0x80, 0x80];
        all["§8.1 beyond the last character ends it at once (6.4.2)"] =
            (Frame(1, beyond, isFinal: false), "violation 1007");
        foreach ((string name, byte[] payload, bool isGood) in Utf8Samples.All)
            all[$"§8.1 {name} ({Convert.ToHexString(payload)})"] =
                (Frame(1, payload), isGood ? $"text {Encoding.UTF8.GetString(payload)}" : "violation 1007");
        all["§8.1 binary may be anything"] = (Frame(2, [0xFF]), "binary FF");
        all["§8.1 a character cut by the end of the message"] =
            ([.. Frame(1, [0xCE], isFinal: false), .. Frame(0, default)], "violation 1007");
    }

    private static void AddClose(Dictionary<string, (byte[], string)> all)
    {
        all["§5.5.1 close without code (7.3.1)"] = (Frame(8, default), "close 1005");
        all["§5.5.1 close with one byte (7.3.2)"] = (Frame(8, [3]), "violation 1002");
        all["§5.5.1 close with code (7.3.3)"] = (Close(1000), "close 1000");
        all["§5.5.1 close with a reason (7.3.4)"] = (Close(1000, "done"), "close 1000");
        all["§5.5.1 close of 125 (7.3.5)"] = (Close(1000, new string('*', 123)), "close 1000");
        all["§5.5 close of 126 (7.3.6)"] = (Close(1000, new string('*', 124)), "violation 1002");
        all["§5.5.1 the reason is UTF-8 (7.5.1)"] = (Frame(8, [0x03, 0xE8, 0xED, 0xA0, 0x80]), "violation 1007");
        foreach (int code in new[] { 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999 })
            all[$"§7.4 close code {code} (7.7)"] = (Close(code), $"close {code}");
        foreach (int code in new[] { 0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535 })
            all[$"§7.4 close code {code} is not sent (7.9)"] = (Close(code), "violation 1002");
        all["§5.5.1 nothing is read after close (7.1.2)"] = ([.. Close(1000), .. Text("a")], "close 1000");
    }
}
