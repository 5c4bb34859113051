using System.Buffers;
using System.Globalization;
using System.Text;

namespace Beian.Web.Features.Register;

/// <summary>Writes a piece of a page as the bytes it is sent as, without strings in between.</summary>
public sealed class HtmlBytes(IBufferWriter<byte> output)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&<>\"'"u8);

    /// <summary>Markup as it is.</summary>
    public HtmlBytes Raw(ReadOnlySpan<byte> markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Text, between tags or within a quoted attribute.</summary>
    public HtmlBytes Text(ReadOnlySpan<byte> text)
    {
        for (int special; (special = text.IndexOfAny(Special)) >= 0; text = text[(special + 1)..])
        {
            output.Write(text[..special]);
            output.Write(
                text[special] switch
                {
                    (byte)'&' => "&amp;"u8,
                    (byte)'<' => "&lt;"u8,
                    (byte)'>' => "&gt;"u8,
                    (byte)'"' => "&quot;"u8,
                    _ => "&#39;"u8,
                }
            );
        }
        output.Write(text);
        return this;
    }

    /// <inheritdoc cref="Text(ReadOnlySpan{byte})"/>
    public HtmlBytes Text(ReadOnlySpan<char> text)
    {
        const int Short = 340;
        if (text.Length <= Short)
        {
            Span<byte> bytes = stackalloc byte[Short * 3];
            return Text(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Text(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public HtmlBytes Text(long number)
    {
        Span<byte> bytes = stackalloc byte[20];
        number.TryFormat(bytes, out var length, default, CultureInfo.InvariantCulture);
        return Raw(bytes[..length]);
    }
}
