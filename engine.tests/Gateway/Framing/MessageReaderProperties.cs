using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Catalog.WsGateway.Framing;

namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>The reader against a naive model, on random conversations, many of them wrong, cut at random.</summary>
public sealed class MessageReaderProperties
{
    private const int Conversations = 60_000;

    [Fact]
    public void It_finds_what_the_model_finds()
    {
        var random = new Random(Seed: 6455);
        long frames = 0;
        var kinds = new HashSet<string>();
        for (int i = 0; i < Conversations; i++)
        {
            List<byte[]> conversation = NewConversation(random);
            frames += conversation.Count;
            byte[] bytes = [.. conversation.SelectMany(frame => frame)];
            int[] sizes = [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(1, 12))];
            List<string> expected = NaiveModel.Read(bytes);
            List<string> found = Reading.Read(bytes, sizes);
            Assert.True(expected.SequenceEqual(found), $"{Convert.ToHexString(bytes)} cut {string.Join(',', sizes)}: "
                + $"{string.Join('|', expected)} is not {string.Join('|', found)}");
            foreach (string one in found) kinds.Add(one.Split(' ')[0]);
        }

        Assert.True(frames > 200_000);
        Assert.Equal(["binary", "close", "inside", "ping", "pong", "text", "violation"], kinds.Order());
    }

    [Fact]
    public void Text_in_pieces_is_UTF8_exactly_if_the_whole_is()
    {
        Gen<byte> bytes = Gen.Elements<byte>(0, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0,
            0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF);
        Gen<byte[]> texts = bytes.ArrayOf(6);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            for (int cut = 0; cut <= text.Length; cut++)
            {
                var validator = new Utf8Validator();
                bool isGood = validator.Append(text.AsSpan(0, cut)) && validator.Append(text.AsSpan(cut))
                    && validator.IsWhole;
                if (isGood != System.Text.Unicode.Utf8.IsValid(text)) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Unmasking_is_exclusive_or_wherever_it_begins()
    {
        var random = new Random(Seed: 53);
        byte[] source = new byte[200];
        byte[] target = new byte[200];
        random.NextBytes(source);
        for (int length = 0; length <= 100; length++)
        {
            for (int phase = 0; phase < 8; phase++)
            {
                uint mask = BitConverter.ToUInt32(ClientFrames.Mask);
                FrameMask.Apply(source.AsSpan(0, length), target, FrameMask.Turn(mask, phase));
                for (int i = 0; i < length; i++)
                    Assert.Equal((byte)(source[i] ^ ClientFrames.Mask[(i + phase) % 4]), target[i]);
            }
        }
    }

    private static List<byte[]> NewConversation(Random random)
    {
        var frames = new List<byte[]>();
        int count = random.Next(1, 8);
        for (int i = 0; i < count; i++) frames.Add(NewFrame(random));
        if (random.Next(10) == 0) frames[^1] = frames[^1][..random.Next(1, frames[^1].Length)];
        return frames;
    }

    private static byte[] NewFrame(Random random)
    {
        int opcode = random.Next(20) == 0 ? random.Next(16) : new[] { 0, 0, 1, 1, 2, 9, 10, 8 }[random.Next(8)];
        byte[] payload = random.Next(12) == 0 ? new byte[random.Next(300)] : NewText(random);
        if (opcode == 8 && random.Next(3) > 0) payload = [(byte)random.Next(3, 5), (byte)random.Next(256), .. payload];
        bool isFinal = opcode >= 8 ? random.Next(15) > 0 : random.Next(3) > 0;
        int reserved = random.Next(40) == 0 ? random.Next(8) : 0;
        var form = random.Next(40) == 0 ? (FrameForm)random.Next(4) : FrameForm.Right;
        return ClientFrames.Frame(opcode, payload, isFinal, reserved, form);
    }

    private static byte[] NewText(Random random)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(
            Enumerable.Range(0, random.Next(6)).Select(_ => new[] { "a", "ß", "€", "😀" }[random.Next(4)])));
        if (text.Length > 0 && random.Next(15) == 0) text[random.Next(text.Length)] = (byte)random.Next(256);
        return text;
    }
}
