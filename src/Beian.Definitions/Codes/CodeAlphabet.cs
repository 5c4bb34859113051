namespace Beian.Definitions.Codes;

/// <summary>The characters of a code, each worth its place: what check characters are reckoned from.</summary>
internal sealed class CodeAlphabet
{
    private readonly string _characters;
    private readonly sbyte[] _values = new sbyte[128];

    /// <param name="characters">In ASCII.</param>
    public CodeAlphabet(string characters)
    {
        _characters = characters;
        Array.Fill(_values, (sbyte)-1);
        for (var i = 0; i < characters.Length; i++)
            _values[characters[i]] = (sbyte)i;
    }

    /// <summary>The character with a value.</summary>
    public char this[int value] => _characters[value];

    public bool Contains(char character) => ValueOf(character) >= 0;

    /// <summary>What a character is worth; -1 where it is not among them.</summary>
    public int ValueOf(char character) => character < _values.Length ? _values[character] : -1;
}
