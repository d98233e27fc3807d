using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// The answer to a command. It can be encoded so that the answer to an idempotent command is stored with its effect
/// and given again, to the letter, when the command is repeated.
/// </summary>
/// <typeparam name="TSelf">The implementing type, a <c>readonly record struct</c>.</typeparam>
public interface IResult<TSelf>
    where TSelf : struct, IResult<TSelf>
{
    /// <summary>Encodes the answer.</summary>
    void Write(ref MessagePackWriter writer);

    /// <summary>Decodes the answer.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such an answer.</exception>
    static abstract TSelf Read(ref MessagePackReader reader);
}
