namespace Catalog.Engine.Wire;

/// <summary>A value that commands, answers and snapshots are made of, encoded as an array of its fields.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IWireRecord<TSelf>
    where TSelf : IWireRecord<TSelf>
{
    /// <summary>Encodes it. O(size).</summary>
    void Write(ref MessagePackWriter writer);

    /// <summary>
    /// Decodes what <see cref="Write"/> wrote; fields behind those it knows are passed over. O(size).
    /// </summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a value.</exception>
    static abstract TSelf Read(ref MessagePackReader reader);
}
