using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire.Resp;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Wire.Resp;

public sealed class RespDoubleTests
{
    // What Redis 7.2 prints for these.
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(-17, "-17")]
    [InlineData(3.1, "3.1")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(4e18, "4000000000000000000")]
    [InlineData(1e19, "1e+19")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.000015, "0.000015")]
    [InlineData(1.5e-6, "1.5e-6")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Numbers_are_written_as_redis_writes_them(double value, string text) => Assert.Equal(text, Text(value));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("+1", 1)]
    [InlineData("-1.5", -1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("0e9", 0)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("+INF", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Numbers_are_read(string text, double value)
    {
        Assert.True(RespDouble.TryParse(Encoding.ASCII.GetBytes(text), out double read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1x")]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("info")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1,5")]
    public void What_is_not_a_number_is_refused(string text) =>
        Assert.False(RespDouble.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void What_was_written_reads_back() => Seeds.Check(Prop.ForAll<long>(static bits =>
    {
        double value = BitConverter.Int64BitsToDouble(bits * 0x9E3779B97F4A7C1);
        if (double.IsNaN(value)) return true;
        return RespDouble.TryParse(Encoding.ASCII.GetBytes(Text(value)), out double read) && read == value;
    }), 5_000);

    [Fact]
    public void Answers_are_written_in_both_versions()
    {
        Assert.Equal("$3\r\n1.5\r\n$-1\r\n*-1\r\n*2\r\n+OK\r\n:-3\r\n", Written(2));
        Assert.Equal(",1.5\r\n_\r\n_\r\n%1\r\n+OK\r\n:-3\r\n", Written(3));
    }

    private static string Written(int protocol)
    {
        var buffer = new ByteBuffer();
        var writer = new RespWriter(buffer, protocol);
        writer.Double(1.5);
        writer.Null();
        writer.NullArray();
        writer.Map(1);
        writer.Ok();
        writer.Integer(-3);
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static string Text(double value)
    {
        Span<byte> into = stackalloc byte[RespDouble.MaxBytes];
        return Encoding.ASCII.GetString(into[..RespDouble.Format(value, into)]);
    }
}
