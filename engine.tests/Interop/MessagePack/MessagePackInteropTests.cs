using System.Globalization;
using System.Text;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Wire;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Interop.MessagePack;

/// <summary>
/// Both ways against the npm package <c>@msgpack/msgpack</c>, the format authors' own implementation.
/// </summary>
public sealed class MessagePackInteropTests
{
    private readonly NodeProject _node = new("MessagePack");

    [Fact]
    public void Node_reads_what_we_write_and_we_read_what_it_writes_back() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(4);
        List<byte[]> documents = [.. Boundaries()];
        for (int i = 0; i < 200; i++) documents.Add(WireDocument.Random(random));
        var input = new StringBuilder();
        foreach (byte[] document in documents) input.Append(Convert.ToBase64String(document)).Append('\n');

        string[] answers = _node.Run("interop.mjs", "echo", input.ToString());

        Assert.Equal(documents.Count, answers.Length);
        for (int i = 0; i < answers.Length; i++)
        {
            string[] answer = answers[i].Split('\t');
            Assert.Equal(CanonicalText.Of(documents[i]), answer[0]);
            Assert.Equal(answer[0], CanonicalText.Of(Convert.FromBase64String(answer[1])));
        }
    });

    [Fact]
    public void We_read_what_node_makes_and_write_the_same_bytes()
    {
        string[] samples = _node.Run("interop.mjs", "samples");
        Assert.True(samples.Length > 120);
        foreach (string sample in samples)
        {
            string[] columns = sample.Split('\t');
            byte[] document = Convert.FromBase64String(columns[1]);
            Assert.Equal(columns[0], CanonicalText.Of(document));
            if (!HasLongForms(document)) Assert.Equal(document, Rewritten(document));
        }
    }

    private static IEnumerable<byte[]> Boundaries()
    {
        for (int bits = 0; bits < 64; bits++)
        {
            long power = 1L << bits;
            yield return WireBytes.Of(writer => writer.Write(power));
            yield return WireBytes.Of(writer => writer.Write(power - 1));
            yield return WireBytes.Of(writer => writer.Write(-power));
            yield return WireBytes.Of(writer => writer.Write(-power - 1));
        }

        yield return WireBytes.Of(writer => writer.Write(ulong.MaxValue));
        yield return WireBytes.Of(writer => writer.Write(1.25f));
        foreach (int length in new[] { 0, 1, 31, 32, 255, 256, 65_535, 65_536 })
        {
            yield return WireBytes.Of(writer => writer.Write(new string('s', length)));
            yield return WireBytes.Of(writer => writer.WriteBinary(new byte[length]));
            yield return WireBytes.Of(writer => writer.WriteExtension(9, new byte[length]));
        }

        DateTimeOffset instant = DateTimeOffset.Parse("1969-12-31T23:59:59.9999999Z", CultureInfo.InvariantCulture);
        yield return WireBytes.Of(writer => writer.Write(instant));
    }

    /// <summary>JavaScript's BigInts are always encoded in nine bytes, which we would write shorter.</summary>
    private static bool HasLongForms(byte[] document) => document is [0xcf or 0xd3, ..];

    private static byte[] Rewritten(byte[] document) => WireBytes.Of(writer =>
    {
        var reader = new MessagePackReader(document);
        WireDocument.Copy(ref reader, writer);
    });
}
