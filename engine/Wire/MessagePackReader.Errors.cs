using System.Diagnostics.CodeAnalysis;

namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    [DoesNotReturn]
    private readonly void ThrowExpected(string expected, byte code) =>
        throw new MessagePackFormatException(
            $"Expected {expected} at byte {_position}, found {Describe(code)} (0x{code:x2}).");

    [DoesNotReturn]
    private readonly void ThrowOutOfRange(string expected, byte code) =>
        throw new MessagePackFormatException(
            $"Expected {expected} at byte {_position}, found {Describe(code)} (0x{code:x2}) outside its range.");

    [DoesNotReturn]
    private readonly void ThrowTruncated(long neededBytes) =>
        throw new MessagePackFormatException(
            $"Expected {neededBytes} bytes or more at byte {_position}, found {Remaining}.");

    [DoesNotReturn]
    private readonly void ThrowNotUtf8() =>
        throw new MessagePackFormatException($"Expected UTF-8 in the string at byte {_position}, found other bytes.");

    [DoesNotReturn]
    private readonly void ThrowTooDeep() =>
        throw new MessagePackFormatException(
            $"Expected at most {MaxDepth} nested arrays and maps, found more at byte {_position}.");

    private static string Describe(byte code) => MessagePackCode.TypeOf(code) switch
    {
        MessagePackType.Nil => "nil",
        MessagePackType.Boolean => "a boolean",
        MessagePackType.Integer => "an integer",
        MessagePackType.Float => "a float",
        MessagePackType.String => "a string",
        MessagePackType.Binary => "binary data",
        MessagePackType.Array => "an array",
        MessagePackType.Map => "a map",
        MessagePackType.Extension => "an extension",
        _ => "a byte no value begins with",
    };
}
