using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>What is written into a message is what is read from it, and rubbish is said to be rubbish.</summary>
public sealed class KafkaEnvelopeTests
{
    private const string Event = """
        {"later":1,"specversion":"1.0","id":"5.1","type":"a","schemaversion":1,"subject":"k",
         "time":"2026-01-01T00:00:00Z","data":{}}
        """;

    [Fact]
    public void An_event_is_read_as_it_was_written()
    {
        byte[] data = "{\"x\":[1,\"ü\"]}"u8.ToArray();
        var written = new BusEvent(new EventName("t", "a.b", 3), "k\"1", 1L << 60, 1_234, data) { Ordinal = 2 };
        BusEvent read = KafkaEnvelope.Read("t", Written(in written));
        Assert.Equal(written with { Data = default }, read with { Data = default });
        Assert.Equal("{\"x\":[1,\"ü\"]}", Encoding.UTF8.GetString(read.Data.Span));
    }

    [Fact]
    public void An_event_in_MessagePack_is_read_as_it_was_written_and_is_the_smaller()
    {
        byte[] data = """{"x":[1,"ü",null,true,-2.5],"y":{"z":18446744073709551615}}"""u8.ToArray();
        var written = new BusEvent(new EventName("t", "a.b", 3), "k\"1", 1L << 60, 1_234, data) { Ordinal = 2 };
        byte[] packed = Packed(in written);
        BusEvent read = KafkaEnvelope.Read("t", packed);
        Assert.Equal(written with { Data = default }, read with { Data = default });
        using var expected = JsonDocument.Parse(data);
        using var found = JsonDocument.Parse(read.Data);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, found.RootElement));
        Assert.True(packed.Length < Written(in written).Length);
    }

    [Fact]
    public void Both_forms_have_the_same_members_and_values_but_for_what_the_data_is()
    {
        var message = new BusEvent(new EventName("t", "a.b", 3), "k", 7, 1_234, """{"x":1}"""u8.ToArray());
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            Assert.True(MessagePackToJson.TryWrite(Packed(in message), writer));
        using var packed = JsonDocument.Parse(json.WrittenMemory);
        using var written = JsonDocument.Parse(Written(in message));
        Assert.Equal(
            written.RootElement.EnumerateObject().Select(static each => each.Name),
            packed.RootElement.EnumerateObject().Select(static each => each.Name));
        foreach (JsonProperty each in written.RootElement.EnumerateObject())
        {
            string found = packed.RootElement.GetProperty(each.Name).ToString();
            if (each.Name == "datacontenttype") Assert.Equal("application/msgpack", found);
            else if (each.Name == "time") Assert.Equal(each.Value.GetDateTimeOffset(), TimeOf(found));
            else Assert.Equal(each.Value.ToString(), found);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x81 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0x81, 0xA1, 0x61 })]
    [InlineData(new byte[] { 0xDF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Rubbish_in_MessagePack_is_refused(byte[] value) =>
        Assert.Throws<FormatException>(() => KafkaEnvelope.Read("t", value));

    [Fact]
    public void A_trace_belongs_to_its_fact()
    {
        string first = TraceOf(7), again = TraceOf(7), other = TraceOf(8);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_event_is_refused(string text) =>
        Assert.Throws<FormatException>(() => KafkaEnvelope.Read("t", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\"1.0\"", "\"2.0\"")]
    [InlineData("\"5.1\"", "\"5\"")]
    [InlineData("\"5.1\"", "\"x.1\"")]
    [InlineData("\"5.1\"", "5")]
    [InlineData("\"2026-01-01T00:00:00Z\"", "\"never\"")]
    [InlineData("\"schemaversion\":1", "\"schemaversion\":\"1\"")]
    [InlineData("\"subject\"", "\"object\"")]
    public void What_is_nearly_an_event_is_refused(string right, string wrong)
    {
        string text = Event.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Event, text);
        Assert.Throws<FormatException>(() => KafkaEnvelope.Read("t", Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Members_of_later_versions_are_passed_over() =>
        Assert.Equal(5, KafkaEnvelope.Read("t", Encoding.UTF8.GetBytes(Event)).Position);

    private static byte[] Written(in BusEvent message)
    {
        var target = new ArrayBufferWriter<byte>();
        KafkaEnvelope.Write(in message, target);
        return target.WrittenSpan.ToArray();
    }

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Packed(in BusEvent message)
    {
        var target = new ByteBuffer();
        KafkaEnvelope.WritePacked(in message, target);
        return target.WrittenSpan.ToArray();
    }

    private static string TraceOf(long position)
    {
        var message = new BusEvent(new EventName("t", "a"), "k", position, 0, "{}"u8.ToArray());
        byte[] trace = KafkaEnvelope.HeadersOf(in message).Single(static header => header.Key == "traceparent").Value;
        return Encoding.ASCII.GetString(trace);
    }
}
