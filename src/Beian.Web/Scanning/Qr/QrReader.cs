namespace Beian.Web.Scanning.Qr;

/// <summary>Finds and reads the QR codes of a picture, whichever way they are turned.</summary>
internal static class QrReader
{
    /// <summary>Triples of finders that are tried at one size of the picture.</summary>
    private const int MaxTries = 40;

    private const int MiddlePixels = 4_000_000;

    /// <summary>The texts of the codes, as they are found; the same one may come again.</summary>
    public static IEnumerable<string> Read(GreyPicture picture, Deadline deadline) =>
        Sizes(picture).SelectMany(size => ReadAt(size, deadline));

    /// <summary>The picture at the sizes at which codes are looked for: first where those of a usual page are found fastest.</summary>
    private static IEnumerable<GreyPicture> Sizes(GreyPicture picture)
    {
        var sizes = new Stack<GreyPicture>([picture]);
        while ((long)sizes.Peek().Width * sizes.Peek().Height > MiddlePixels)
            sizes.Push(sizes.Peek().Halved());
        var smallest = sizes.Peek();
        foreach (var size in sizes)
            yield return size;
        var pixels = (long)picture.Width * picture.Height;
        // Modules of one or two pixels only tell themselves apart when there is something between them.
        if (pixels * 9 <= MiddlePixels * 3 / 2)
            yield return picture.Enlarged(3);
        else if (pixels * 4 <= MiddlePixels * 3)
            yield return picture.Enlarged(2);
        if (smallest.Width > 300 && smallest.Height > 300)
            yield return smallest.Halved();
    }

    private static IEnumerable<string> ReadAt(GreyPicture picture, Deadline deadline)
    {
        var ink = new Ink(picture);
        var used = new HashSet<Finder>();
        var tries = 0;
        foreach (var triple in FinderTriple.Among(new FinderSearch(ink, deadline).Find()))
        {
            if (used.Contains(triple.Corner) || used.Contains(triple.Right) || used.Contains(triple.Below))
                continue;
            if (++tries > MaxTries)
                break;
            deadline.Check();
            foreach (var grid in Grid.Fit(ink, triple))
            {
                if (QrDecoder.Read(grid.Version, (x, y) => grid.DarknessOf(x, y) > 0) is not { Length: > 0 } text)
                    continue;
                used.UnionWith([triple.Corner, triple.Right, triple.Below]);
                yield return text;
                break;
            }
        }
    }
}
