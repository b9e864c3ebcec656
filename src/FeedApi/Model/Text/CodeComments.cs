using System.Globalization;

namespace FeedApi.Model.Text;

/// <summary>
/// The XML comments of this program, of which the help and the description of the API are made. They are inside the program, as what is
/// published in one file has no other file beside it.
/// </summary>
internal static class CodeComments
{
    private const string Language = "en";
    private const string Resource = "comments.xml";

    /// <summary>Opens the file as the compiler wrote it.</summary>
    public static Stream Open() =>
        typeof(CodeComments).Assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo(Language)).GetManifestResourceStream(Resource)!;
}
