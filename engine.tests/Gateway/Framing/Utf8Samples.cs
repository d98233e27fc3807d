namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>Good and bad UTF-8, by Unicode's table 3-7 and Markus Kuhn's well-known stress test.</summary>
internal static class Utf8Samples
{
    internal static readonly (string Name, byte[] Payload, bool IsGood)[] All =
    [
        ("first of 1 byte", [0x00], true),
        ("first of 2 bytes", [0xC2, 0x80], true),
        ("first of 3 bytes", [0xE0, 0xA0, 0x80], true),
        ("first of 4 bytes", [0xF0, 0x90, 0x80, 0x80], true),
        ("last of 1 byte", [0x7F], true),
        ("last of 2 bytes", [0xDF, 0xBF], true),
        ("last of 3 bytes", [0xEF, 0xBF, 0xBF], true),
        ("last of 4 bytes", [0xF4, 0x8F, 0xBF, 0xBF], true),
        ("before the surrogates", [0xED, 0x9F, 0xBF], true),
        ("after the surrogates", [0xEE, 0x80, 0x80], true),
        ("replacement character", [0xEF, 0xBF, 0xBD], true),
        ("beyond the last", [0xF4, 0x90, 0x80, 0x80], false),
        ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], false),
        ("six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], false),
        ("a continuation alone", [0x80], false),
        ("continuations alone", [0xBF, 0x80, 0xBF], false),
        ("start of 2 and a space", [0xC3, 0x20], false),
        ("start of 3 and a space", [0xE1, 0x80, 0x20], false),
        ("start of 4 and a space", [0xF1, 0x80, 0x80, 0x20], false),
        ("2 bytes without the last", [0xC3], false),
        ("3 bytes without the last", [0xE1, 0x80], false),
        ("4 bytes without the last", [0xF1, 0x80, 0x80], false),
        ("FE", [0xFE], false),
        ("FF", [0xFF], false),
        ("overlong slash of 2", [0xC0, 0xAF], false),
        ("overlong slash of 3", [0xE0, 0x80, 0xAF], false),
        ("overlong slash of 4", [0xF0, 0x80, 0x80, 0xAF], false),
        ("overlong of C1", [0xC1, 0xBF], false),
        ("overlong last of 2", [0xE0, 0x9F, 0xBF], false),
        ("overlong last of 3", [0xF0, 0x8F, 0xBF, 0xBF], false),
        ("first high surrogate", [0xED, 0xA0, 0x80], false),
        ("last low surrogate", [0xED, 0xBF, 0xBF], false),
        ("F5", [0xF5, 0x80, 0x80, 0x80], false),
    ];
}
