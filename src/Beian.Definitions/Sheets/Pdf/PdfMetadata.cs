using System.Globalization;
using System.Text;
using System.Xml;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>What a PDF says about itself, in the two places where programs look: the info dictionary and the XMP packet (ISO 16684-1).</summary>
internal static class PdfMetadata
{
    private const string Producer = "Beian";

    /// <summary>Writes the info dictionary.</summary>
    public static void WriteInfo(PdfFile file, int number, PdfInfo info)
    {
        var dictionary = file.Begin(number).Add("<< /Title "u8).Text(info.Title);
        if (info.Subject is { } subject)
            dictionary.Add(" /Subject "u8).Text(subject);
        dictionary.Add(" /Producer "u8).Text(Producer).Add(" /CreationDate ("u8).Add(Date(info.Created)).Add(") >>"u8);
        file.End();
    }

    /// <summary>Writes the XMP packet, in plain sight as the standard wants it.</summary>
    public static void WritePacket(PdfFile file, int number, PdfInfo info)
    {
        var subject = info.Subject is null ? "" : $"<dc:description>{InLanguages(info.Subject)}</dc:description>";
        var packet = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title>{InLanguages(info.Title)}</dc:title>{subject}
            <dc:language><rdf:Bag><rdf:li>{Escape(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{info.Created.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}</xmp:CreateDate>
            <pdf:Producer>{Producer}</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;
        file.Stream(number, Encoding.UTF8.GetBytes(packet), " /Type /Metadata /Subtype /XML", packed: false);
    }

    private static string InLanguages(string text) => $"<rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(text)}</rdf:li></rdf:Alt>";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
            _ = character.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when character.IsBmp && !XmlConvert.IsXmlChar((char)character.Value) => escaped.Append('\uFFFD'),
                _ => escaped.Append(character.ToString()),
            };
        return escaped.ToString();
    }

    // D:20260302093000+08'00'
    private static string Date(DateTimeOffset time)
    {
        var zone = time.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return $"D:{time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}{zone}'";
    }
}
