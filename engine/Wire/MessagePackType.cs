namespace Catalog.Engine.Wire;

/// <summary>The families of MessagePack values; a family has several formats, which differ in size only.</summary>
public enum MessagePackType : byte
{
    /// <summary>The absence of a value.</summary>
    Nil = 0,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number, -2^63 to 2^64 - 1.</summary>
    Integer,

    /// <summary>An IEEE 754 number of 32 or 64 bits.</summary>
    Float,

    /// <summary>Text in UTF-8.</summary>
    String,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A count and as many values.</summary>
    Array,

    /// <summary>A count and as many pairs of key and value.</summary>
    Map,

    /// <summary>Bytes with a type of the application's, or of the specification's when negative.</summary>
    Extension,
}
