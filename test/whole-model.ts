/** Tests ask for any operation, so the rarely needed parts of the model are there before each of them. */
import '../src/kms/whole.ts';
