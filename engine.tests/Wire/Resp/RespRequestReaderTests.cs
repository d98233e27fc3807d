using System.Text;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Tests.Wire.Resp;

public sealed class RespRequestReaderTests
{
    private const string ThreeWords = "*3\r\n$4\r\nZADD\r\n$0\r\n\r\n$5\r\na\r\nb$\r\n";

    [Fact]
    public void A_request_is_an_array_of_strings_of_any_bytes() =>
        Assert.Equal(["ZADD", "", "a\r\nb$"], ReadAll(ThreeWords).Single());

    [Fact]
    public void A_request_may_arrive_cut_anywhere()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(ThreeWords);
        for (int cut = 0; cut < bytes.Length; cut++)
        {
            var reader = new RespRequestReader();
            Assert.Equal(RespReadStatus.Incomplete, reader.TryRead(bytes.AsSpan(0, cut)));
            Assert.True(reader.Wanted <= bytes.Length);
            Assert.Equal(RespReadStatus.Complete, reader.TryRead(bytes));
            Assert.Equal(bytes.Length, reader.Consumed);
            Assert.Equal(["ZADD", "", "a\r\nb$"], Words(reader, bytes));
        }
    }

    [Fact]
    public void A_request_may_arrive_byte_by_byte()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(ThreeWords);
        var reader = new RespRequestReader();
        for (int length = 0; length < bytes.Length; length++)
            Assert.Equal(RespReadStatus.Incomplete, reader.TryRead(bytes.AsSpan(0, length)));
        Assert.Equal(RespReadStatus.Complete, reader.TryRead(bytes));
        Assert.Equal(["ZADD", "", "a\r\nb$"], Words(reader, bytes));
    }

    [Fact]
    public void Requests_follow_each_other() => Assert.Equal(
        ["PING", "ECHO hi", "PING", "ECHO bye"],
        ReadAll("*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n\r\n*0\r\n*-1\r\nPING\r\nECHO bye\n")
            .Select(static words => string.Join(' ', words)));

    [Theory]
    [InlineData("ZADD  key \t 1 m\r\n", "ZADD|key|1|m")]
    [InlineData("ECHO \"a b\"\n", "ECHO|a b")]
    [InlineData("ECHO 'it\\'s \\n'\n", "ECHO|it's \\n")]
    [InlineData("ECHO \"\\x41\\n\\\"\\\\\"\n", "ECHO|A\n\"\\")]
    [InlineData("ECHO \"\"\n", "ECHO|")]
    public void Inline_commands_are_words_with_quotes(string line, string words) =>
        Assert.Equal(words.Split('|'), ReadAll(line).Single());

    [Theory]
    [InlineData("*x\r\n", "Protocol error: invalid multibulk length")]
    [InlineData("*01x\r\n", "Protocol error: invalid multibulk length")]
    [InlineData("*99999999999\r\n", "Protocol error: invalid multibulk length")]
    [InlineData("*1\r\nPING\r\n", "Protocol error: expected '$', got 'P'")]
    [InlineData("*1\r\n$-1\r\n", "Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$999999999\r\n", "Protocol error: invalid bulk length")]
    [InlineData("*1\r\n$3\r\nPING\r\n", "Protocol error: a bulk string is longer than it says")]
    [InlineData("ECHO \"a\n", "Protocol error: unbalanced quotes in request")]
    [InlineData("ECHO \"a\"b\n", "Protocol error: unbalanced quotes in request")]
    public void What_breaks_the_protocol_is_told_in_the_words_of_redis(string text, string problem)
    {
        var reader = new RespRequestReader();
        Assert.Equal(RespReadStatus.Broken, reader.TryRead(Encoding.Latin1.GetBytes(text)));
        Assert.Equal(problem, reader.Problem);
    }

    [Fact]
    public void A_line_without_an_end_is_not_waited_for()
    {
        byte[] line = new byte[RespRequestReader.MaxLineBytes + 1];
        line.AsSpan().Fill((byte)'x');
        Assert.Equal(RespReadStatus.Broken, new RespRequestReader().TryRead(line));
        line[0] = (byte)'*';
        line.AsSpan(1).Fill((byte)'1');
        Assert.Equal(RespReadStatus.Broken, new RespRequestReader().TryRead([.. line, (byte)'1']));
    }

    [Fact]
    public void Limits_hold()
    {
        var reader = new RespRequestReader { MaxArguments = 2, MaxBulkBytes = 3 };
        Assert.Equal(RespReadStatus.Broken, reader.TryRead("*3\r\n"u8));
        reader = new RespRequestReader { MaxArguments = 2, MaxBulkBytes = 3 };
        Assert.Equal(RespReadStatus.Broken, reader.TryRead("*1\r\n$4\r\n"u8));
        reader = new RespRequestReader { MaxArguments = 2, MaxBulkBytes = 3 };
        Assert.Equal(RespReadStatus.Complete, reader.TryRead("*2\r\n$3\r\nabc\r\n$0\r\n\r\n"u8));
    }

    /// <summary>
    /// Whatever comes, and however it is cut: the reader neither fails nor goes beyond what is there.
    /// </summary>
    [Fact]
    public void Any_bytes_end_in_one_of_four_ways() => Seeds.Run(static () =>
    {
        Random random = Seeds.Random(1);
        byte[] alphabet = Encoding.Latin1.GetBytes("*$\r\n0123-+ \"'\\xaZ\0\xff");
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[random.Next(60)];
            for (int i = 0; i < bytes.Length; i++) bytes[i] = alphabet[random.Next(alphabet.Length)];
            if (random.Next(2) == 0 && bytes.Length > 8) "*2\r\n$1\r\n"u8.CopyTo(bytes);
            List<string> whole = Drive(bytes, bytes.Length);
            Assert.Equal(whole, Drive(bytes, 1 + random.Next(7)));
        }
    });

    /// <summary>What a reader makes of bytes that arrive so many at a time.</summary>
    private static List<string> Drive(byte[] bytes, int step)
    {
        var reader = new RespRequestReader();
        var seen = new List<string>();
        int start = 0;
        for (int end = Math.Min(step, bytes.Length); ; end = Math.Min(end + step, bytes.Length))
        {
            RespReadStatus status;
            while ((status = reader.TryRead(bytes.AsSpan(start, end - start))) != RespReadStatus.Incomplete)
            {
                if (status == RespReadStatus.Broken)
                {
                    seen.Add("broken");
                    return seen;
                }

                if (status == RespReadStatus.Complete)
                    seen.Add(string.Join('|', Words(reader, bytes.AsSpan(start, end - start))));
                Assert.InRange(reader.Consumed, 1, end - start);
                start += reader.Consumed;
            }

            if (end == bytes.Length) return seen;
        }
    }

    private static List<string[]> ReadAll(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        var reader = new RespRequestReader();
        var requests = new List<string[]>();
        for (int start = 0; start < bytes.Length; start += reader.Consumed)
        {
            RespReadStatus status = reader.TryRead(bytes.AsSpan(start));
            Assert.True(status is RespReadStatus.Complete or RespReadStatus.Empty, $"{status}: {reader.Problem}");
            if (status == RespReadStatus.Complete) requests.Add(Words(reader, bytes.AsSpan(start)));
        }

        return requests;
    }

    private static string[] Words(RespRequestReader reader, ReadOnlySpan<byte> bytes)
    {
        string[] words = new string[reader.ArgumentCount];
        for (int i = 0; i < words.Length; i++) words[i] = Encoding.Latin1.GetString(reader.Argument(bytes, i));
        return words;
    }
}
